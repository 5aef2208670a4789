import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { ConnectionTestReport } from '../../src/index.ts';
import { expect, test } from './support/fixtures.ts';

const results = ({ parts }: ConnectionTestReport) =>
  Object.fromEntries(Object.entries(parts).map(([part, { result }]) => [part, result]));

test('a connection is tested before a call, and nobody sees it', async ({
  page,
  appUrl,
  api,
  roomId,
  server,
  join,
}) => {
  const ada = await join('Ada');
  await ada.expectConnected();
  await page.goto(appUrl);
  const { token } = await api.createToken(roomId);
  const report = await page.evaluate(([clientToken, serverUrl]) => window.testConnection({ clientToken, serverUrl }), [
    token,
    server.url,
  ] as const);
  expect(results(report)).toEqual({
    microphone: 'pass',
    camera: 'pass',
    signalling: 'pass',
    udp: 'pass',
    tcp: 'pass',
    // The server of the tests names none.
    turn: 'skipped',
    upload: 'pass',
    download: 'pass',
  });
  expect(report.result).toBe('pass');
  for (const part of ['upload', 'download'] as const) {
    expect(report.parts[part]?.values.bitrate).toBeGreaterThan(1_000_000);
    expect(report.parts[part]?.values.bytes).toBeGreaterThan(100_000);
  }
  expect(report.parts.camera?.values.framesPerSecond).toBeGreaterThan(5);
  expect(await ada.page.evaluate(() => window.room.getState().participants.size)).toBe(1);
  expect(await gauges(server.url)).toMatchObject({ connection_tests: 0, participants: 1, transports: 2 });
});

test('where UDP is blocked the test says so, and goes on by TCP', async ({ page, appUrl, api, roomId, server }) => {
  // It takes in everything and gives back nothing.
  const hole = createSocket('udp4').bind(0, '127.0.0.1');
  await once(hole, 'listening');
  await page.route('**/v2/rtc/test', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    for (const candidate of answer.iceCandidates ?? []) {
      if (candidate.protocol === 'udp') candidate.port = hole.address().port;
    }
    await route.fulfill({ response, json: answer });
  });
  await page.goto(appUrl);
  const { token } = await api.createToken(roomId);
  const report = await page.evaluate(
    ([clientToken, serverUrl]) =>
      window.testConnection({ clientToken, serverUrl, parts: ['signalling', 'udp', 'tcp', 'upload', 'download'] }),
    [token, server.url] as const,
  );
  expect(results(report)).toEqual({ signalling: 'pass', udp: 'fail', tcp: 'pass', upload: 'pass', download: 'pass' });
  expect(report.result).toBe('warn');
  expect(report.parts.udp?.reason).toContain('UDP');
  expect(report.parts.download?.values.way).toBe('tcp');
  expect(await gauges(server.url)).toMatchObject({ connection_tests: 0 });
  hole.close();
});

test('a test that is called off leaves nothing behind', async ({ page, appUrl, api, roomId, server }) => {
  await page.goto(appUrl);
  const { token } = await api.createToken(roomId);
  const code = await page.evaluate(
    async ([clientToken, serverUrl]) => {
      const abort = new AbortController();
      const onProgress = ({ parts }: { parts: object }) => {
        if ('udp' in parts) abort.abort();
      };
      const options = { clientToken, serverUrl, signal: abort.signal, onProgress };
      return window.testConnection(options).catch((error) => error.code);
    },
    [token, server.url] as const,
  );
  expect(code).toBe('aborted');
  await expect.poll(async () => (await gauges(server.url)).connection_tests).toBe(0);
});

/** What the server counts. */
async function gauges(url: string): Promise<Record<string, number>> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Object.fromEntries(
    [...text.matchAll(/^parlour_(\w+) (\d+)$/gm)].map(([, name, value]) => [name, Number(value)]),
  );
}
