import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';

const start = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url));

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** What `npm start` starts, on free ports and a data folder of its own. */
export const test = base.extend<{ demoUrl: string }>({
  demoUrl: async ({ browserName: _ }, use) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'parlour-demo-'));
    const env = {
      ...process.env,
      PARLOUR_PORT: '0',
      PARLOUR_RTC_PORT: '0',
      PARLOUR_DATA_DIR: dataDir,
      PARLOUR_DEMO_PORT: `${await freePort()}`,
    };
    const child = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code} before it was ready.`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /Parlour is ready: open (\S+)/.exec(line);
        if (ready?.[1]) resolve(ready[1]);
      });
    });
    await use(url);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await rm(dataDir, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
