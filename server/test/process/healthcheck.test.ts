import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const HEALTHCHECK = join(import.meta.dirname, '../../../deploy/healthcheck.mjs');

async function exitCode(port: number): Promise<number> {
  const env = { ...process.env, PARLOUR_PORT: String(port), PARLOUR_HOST: '0.0.0.0' };
  const [code] = await once(spawn(process.execPath, [HEALTHCHECK], { env, stdio: 'ignore' }), 'exit');
  return code;
}

test('the health check of a container passes while the server answers, and fails when it does not', async () => {
  let status = 200;
  const server = createServer(({ url }, response) => {
    response.statusCode = url === '/healthz' ? status : 404;
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await exitCode(port)).toBe(0);
  status = 503;
  expect(await exitCode(port)).toBe(1);
  server.close();
  await once(server, 'close');
  expect(await exitCode(port)).toBe(1);
});
