import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';

const KEY = 'recordings/a.webm';
const CONTENT = '0123456789';

const dataDir = mkdtempSync(join(tmpdir(), 'parlour-downloads-'));
const server = serverForEachTest(startMemoryDatabase, { config: { dataDir } });
beforeEach(async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, CONTENT);
  await server().deps.storage.put(KEY, file);
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const signed = async (key = KEY) => {
  const { pathname, search } = new URL(await server().deps.storage.signedUrl(key, 60));
  return pathname + search;
};
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  server().send({ method, url, headers });

describe('a download', () => {
  test('needs no API key, and says what it is', async () => {
    const { status, headers, body } = await get(await signed());
    expect([status, body]).toEqual([200, CONTENT]);
    expect(headers).toMatchObject({
      'content-type': 'video/webm',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'content-disposition': 'attachment; filename="a.webm"',
      'x-content-type-options': 'nosniff',
    });
  });

  test('answers HEAD without the file', async () => {
    const { status, headers, body } = await get(await signed(), {}, 'HEAD');
    expect([status, body, headers['content-length']]).toEqual([200, '', '10']);
  });

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-30', CONTENT, 'bytes 0-9/10'],
    ['bytes=9-9', '9', 'bytes 9-9/10'],
    ['bytes=8-1000000', '89', 'bytes 8-9/10'],
  ])('gives the range %s', async (range, expected, contentRange) => {
    const { status, headers, body } = await get(await signed(), { range });
    expect([status, body, headers['content-range']]).toEqual([206, expected, contentRange]);
    expect(headers['content-length']).toBe(String(expected.length));
  });

  test.each(['bytes=5-2', 'bytes=0-1,3-4', 'bytes=-', 'lines=0-1', 'bytes=a-b'])(
    'gives all of it for %s, which is no single range',
    async (range) => {
      expect(await get(await signed(), { range })).toMatchObject({ status: 200, body: CONTENT });
    },
  );

  test.each(['bytes=10-', 'bytes=999-1000', 'bytes=-0'])('refuses %s, beyond the end', async (range) => {
    const { status, headers, body } = await get(await signed(), { range });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */10']);
    expect(body.errors).toMatchObject([{ code: 'range-unsatisfiable' }]);
  });

  test('goes on where it was broken off, if the file is the same', async () => {
    const url = await signed();
    const { etag } = (await get(url)).headers;
    expect((await get(url, { range: 'bytes=8-', 'if-range': String(etag) })).body).toBe('89');
    expect((await get(url, { range: 'bytes=8-', 'if-range': '"other"' })).body).toBe(CONTENT);
  });

  test.each([
    ['another file', (url: string) => url.replace('a.webm', 'b.webm')],
    ['a later end', (url: string) => url.replace(/expires=\d+/, 'expires=9999999999')],
    ['another signature', (url: string) => url.replace(/signature=.../, 'signature=AAA')],
    ['a signature that is too short', (url: string) => url.slice(0, -4)],
    ['no signature', (url: string) => url.replace(/&signature=.*/, '')],
    ['nothing', (url: string) => url.replace(/\?.*/, '')],
    ['a way out of the folder', (url: string) => url.replace('recordings/a.webm', '..%2fdb%2fPG_VERSION')],
  ])('is refused with %s', async (_what, spoil) => {
    const { status, body } = await get(spoil(await signed()));
    expect(status).toBe(403);
    expect(body.errors).toMatchObject([{ code: 'download-invalid', detail: expect.any(String) }]);
  });

  test('is refused when its time is over', async () => {
    const url = await signed();
    server().clock.advance({ secs: 59 });
    expect((await get(url)).status).toBe(200);
    server().clock.advance({ secs: 1 });
    const { status, body } = await get(url);
    expect(status).toBe(403);
    expect(body.errors).toMatchObject([{ code: 'download-expired' }]);
  });

  test('of a file that is gone is answered with 404', async () => {
    const url = await signed();
    await server().deps.storage.delete(KEY);
    await server().deps.storage.delete(KEY);
    expect((await get(url)).body.errors).toMatchObject([{ code: 'resource-not-found' }]);
  });

  test('has the same secret after a restart', async () => {
    const first = await server().deps.repositories.secrets.ensure('a', () => 'one');
    expect(await server().deps.repositories.secrets.ensure('a', () => 'two')).toBe(first);
  });
});

test('the storage takes no key that leads out of it', async () => {
  const { storage } = server().deps;
  for (const key of ['../secret', 'a/../b', '/etc/passwd', '', 'a//b', 'a\0', '.hidden']) {
    await expect(storage.size(key)).rejects.toThrow('no key of a stored file');
  }
});
