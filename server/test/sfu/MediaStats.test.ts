import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MediaStats } from '../../src/sfu/MediaStats.ts';

/** A transport that counts how often it was asked. */
class StubTransport {
  readonly observer = new EventEmitter();
  readonly type: string;
  closed = false;
  asked = 0;
  bitrate = 0;

  constructor(type = 'webrtc') {
    this.type = type;
  }

  async getStats() {
    this.asked += 1;
    return [{ recvBitrate: this.bitrate, sendBitrate: this.bitrate * 2 }];
  }

  close(): void {
    this.closed = true;
    this.observer.emit('close');
  }
}

let stats: MediaStats;
const worker = { observer: new EventEmitter() };
const router = { observer: new EventEmitter() };
beforeEach(() => {
  stats = new MediaStats();
  stats.watch(worker as never);
  worker.observer.emit('newrouter', router);
});
afterEach(() => {
  stats.close();
  worker.observer.removeAllListeners();
  router.observer.removeAllListeners();
});

function open(count: number, type?: string): StubTransport[] {
  return Array.from({ length: count }, () => {
    const transport = new StubTransport(type);
    router.observer.emit('newtransport', transport);
    return transport;
  });
}

it('a thousand transports are asked in turns, never more than fifty at a time', async () => {
  const transports = open(1_000);
  for (const transport of transports) transport.bitrate = 100;
  await stats.sample();
  expect(transports.filter(({ asked }) => asked > 0)).toHaveLength(50);
  expect(stats.bitrates).toEqual({ received: 5_000, sent: 10_000 });
  for (let round = 1; round < 20; round += 1) await stats.sample();
  expect(transports.map(({ asked }) => asked)).toEqual(transports.map(() => 1));
  expect(stats.bitrates).toEqual({ received: 100_000, sent: 200_000 });
});

it('while the workers have not answered they are not asked again', async () => {
  const [transport] = open(1);
  await Promise.all([stats.sample(), stats.sample(), stats.sample()]);
  expect(transport?.asked).toBe(1);
});

it('what closes does not count any more, and pipes within the machine never do', async () => {
  const [first, second] = open(2);
  const [pipe] = open(1, 'pipe');
  for (const transport of [first, second, pipe]) if (transport) transport.bitrate = 7;
  await stats.sample();
  expect(stats.bitrates.received).toBe(14);
  expect(pipe?.asked).toBe(0);
  const sampled = stats.sample();
  first?.close();
  await sampled;
  expect(stats.bitrates.received).toBe(7);
});
