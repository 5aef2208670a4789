import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addConsolePage } from '../../src/console/ConsolePage.ts';
import { errorAnswerer } from '../../src/rest/errors/errorHandler.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-console-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(): void {
  mkdirSync(join(folder, 'assets', 'words'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>Console</title>');
  writeFileSync(join(folder, 'assets', 'page-1a2b.js'), 'start()');
  writeFileSync(join(folder, 'assets', 'words', 'de.js'), 'words');
  writeFileSync(join(folder, 'secret.txt'), 'nothing of the page');
}

async function get(url: string) {
  const app = Fastify();
  app.setErrorHandler(errorAnswerer(() => {}));
  await app.register(
    async (console) =>
      addConsolePage(console, { folder, mediaOrigins: () => ['https://media.example', 'https://media.example'] }),
    { prefix: '/console' },
  );
  const { statusCode, headers, payload } = await app.inject({ url });
  await app.close();
  return { status: statusCode, headers, payload };
}

test.each(['/console', '/console/', '/console/rooms', '/console/sessions/8b1e'])('%s is the page', async (url) => {
  build();
  const { status, headers, payload } = await get(url);
  expect(status).toBe(200);
  expect(payload).toBe('<title>Console</title>');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
});

test('the page runs nothing but its own, and stands in no frame', async () => {
  build();
  const policy = String((await get('/console')).headers['content-security-policy']).split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("media-src 'self' blob: https://media.example");
});

test('its files are kept by browsers for good, since their names change with them', async () => {
  build();
  const { status, headers, payload } = await get('/console/assets/page-1a2b.js');
  expect(status).toBe(200);
  expect(payload).toBe('start()');
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await get('/console/assets/words/de.js')).payload).toBe('words');
});

test.each(['gone.js', '../secret.txt', '..%2Fsecret.txt', '%2e%2e/index.html', 'words'])(
  'there is no file %s',
  async (name) => {
    build();
    const { payload } = await get(`/console/assets/${name}`);
    expect(payload).not.toContain('nothing of the page');
    expect(payload).not.toMatch(/^(start|words)/);
  },
);

test('a file that an older page asks for is not there', async () => {
  build();
  const { status, payload } = await get('/console/assets/page-0000.js');
  expect(status).toBe(404);
  expect(JSON.parse(payload)).toMatchObject({ errors: [{ code: 'route-not-found' }] });
});

test('without a page it is said how to build one', async () => {
  const { status, headers, payload } = await get('/console');
  expect(status).toBe(503);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(payload).toContain('npm run build:console');
});
