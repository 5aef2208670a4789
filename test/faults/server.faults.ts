import { expect, test } from './support/fixtures.ts';

/** Everybody's connection breaks, and nobody leaves. */
const both = { ada: ['reconnecting', 'reconnected'] } as const;

test('server restarted', async ({ call, server }) => {
  await call.survives(() => server.restart(), both);
});

test('server killed with kill -9', async ({ call, server }) => {
  await call.survives(() => server.crashAndRestart(), both);
});

test('media worker killed with kill -9', async ({ call, server }) => {
  await call.survives(() => {
    const workers = server.workers();
    expect(workers.length).toBeGreaterThan(0);
    for (const pid of workers) process.kill(pid, 'SIGKILL');
  }, both);
});
