import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test as withServer } from './support/fixtures.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = path.join(root, 'examples/next');

/** The example as `next build` made it, on a free port, before the room server of the tests. */
const test = withServer.extend<{ nextUrl: string }>({
  nextUrl: async ({ server }, use) => {
    if (!existsSync(path.join(example, '.next/BUILD_ID'))) {
      throw new Error('The example with Next.js is not built. Run: npm run build && npm run build:next');
    }
    const child = spawn(
      process.execPath,
      [path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-p', '0', '-H', '127.0.0.1'],
      {
        cwd: example,
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PARLOUR_URL: server.url, PARLOUR_API_KEY: server.apiKey },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(child, 'exit');
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`next start ended with ${code} before it was ready.`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = /(http:\/\/127\.0\.0\.1:[1-9]\d*)/.exec(line);
        if (address?.[1]) resolve(address[1]);
      });
    });
    await use(url);
    child.kill('SIGTERM');
    await ended;
  },
});

test('the example with Next.js sends the skeleton of the room, wakes it without an error, and joins', async ({
  nextUrl,
  server,
  browser,
  contextOptions,
}) => {
  const errors: string[] = [];
  const requests: string[] = [];
  const bodies: Promise<string>[] = [];
  const enter = async (name: string) => {
    const page = await (await browser.newContext(contextOptions)).newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('response', (response) => {
      requests.push(response.url());
      if (/html|javascript|json/.test(response.headers()['content-type'] ?? '')) {
        bodies.push(response.text().catch(() => ''));
      }
    });
    await page.goto(nextUrl);
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
    return page;
  };

  const html = await (await fetch(`${nextUrl}/room?room=daily&name=Ada`)).text();
  expect(html).toMatch(/<section class="parlour-room"[^>]*data-status="initialized"/);
  expect(html).toMatch(/role="toolbar" aria-label="Call controls"/);

  const ada = await enter('Ada');
  await expect(ada.locator('.parlour-room')).toHaveAttribute('data-status', 'connected');
  const grace = await enter('Grace');
  // Before the page is awake, and while the skeleton gives way to the room, its buttons hear nothing.
  await expect(grace.getByRole('group', { name: 'Ada', exact: true })).toBeVisible();
  await grace.getByRole('button', { name: 'Camera', exact: true }).click();
  await expect(ada.getByRole('group', { name: 'Grace', exact: true })).toHaveAttribute('data-video', '');

  expect(errors).toEqual([]);
  expect((await Promise.all(bodies)).filter((body) => body.includes(server.apiKey))).toEqual([]);
  const hosts = new Set(requests.map((url) => new URL(url).host));
  expect([...hosts].sort()).toEqual([new URL(nextUrl).host, new URL(server.url).host].sort());
});
