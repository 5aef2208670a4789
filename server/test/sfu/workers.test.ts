import { randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { RtpParameters } from '../../../src/protocol/index.ts';
import type { Log } from '../../src/rooms/Log.ts';
import type { MediaTransport } from '../../src/rooms/RoomMedia.ts';
import { listenAddresses } from '../../src/sfu/listenAddress.ts';
import { MediasoupServer } from '../../src/sfu/MediasoupServer.ts';
import { workerBinary } from '../../src/sfu/workerBinary.ts';
import { videoParameters } from './support/rtp.ts';

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
const OPTIONS = { size: 2, participantsPerWorker: 100, listen: [{ ip: '127.0.0.1' }], rtcPort: 0, log: SILENT };
const NO_EVENTS = { dominantSpeaker() {}, audioVolumes() {} };

/** Resolves when the condition holds; the test's own time limit ends the waiting. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the workers', () => {
  it('share the rooms evenly', async () => {
    const media = await MediasoupServer.start({ ...OPTIONS, workerBin: workerBinary() });
    const rooms = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const room = await media.openRoom(NO_EVENTS);
        await room.openTransports(() => {}).receive;
        return room;
      }),
    );
    expect(media.workers.map((worker) => worker.rooms)).toEqual([3, 3]);
    for (const room of rooms.slice(0, 5)) room.close();
    await until(() => media.workers.reduce((sum, worker) => sum + worker.rooms, 0) === 1);
    media.close();
  });

  it('are replaced when they die; only the rooms on that one are lost', async () => {
    const media = await MediasoupServer.start({ ...OPTIONS, workerBin: workerBinary() });
    const lost: string[] = [];
    const open = async (name: string) => {
      const room = await media.openRoom(NO_EVENTS);
      return room.openTransports(() => lost.push(name)).send;
    };
    await open('first');
    await open('second');
    const [first] = media.workers;
    process.kill(first?.worker.pid ?? 0, 'SIGKILL');
    await until(() => lost.length > 0 && media.workers.length === 2);
    expect(lost).toEqual(['first']);
    expect(media.workers[0]?.worker.pid).not.toBe(first?.worker.pid);
    await expect(open('third')).resolves.toBeDefined();
    media.close();
  });

  it('go on for everybody when what one sends cannot be written', async () => {
    const media = await MediasoupServer.start({ ...OPTIONS, size: 1, workerBin: workerBinary() });
    const [bad, good] = await Promise.all(
      [1, 2].map(async () => (await media.openRoom(NO_EVENTS)).openTransports(() => {}).send),
    );
    const parameters = videoParameters([1234]);
    const [encoding] = parameters.encodings;
    const fraction = { ...parameters, encodings: [{ ...encoding, maxBitrate: 1.5 }] };
    const produce = (transport: MediaTransport | undefined, rtpParameters: RtpParameters) =>
      transport?.produce({ id: randomUUID(), kind: 'video', rtpParameters, paused: false });
    await expect(produce(bad, fraction)).rejects.toThrow('1.5');
    await expect(produce(good, parameters)).resolves.toBeDefined();
    media.close();
  });

  it('leave a signal to the server', async () => {
    const before = ['SIGTERM', 'SIGINT'].map((signal) => process.listenerCount(signal));
    const media = await MediasoupServer.start({ ...OPTIONS, workerBin: workerBinary() });
    expect(['SIGTERM', 'SIGINT'].map((signal) => process.listenerCount(signal))).toEqual(before);
    media.close();
  });

  it('listen on consecutive ports, and say in one line when they cannot', async () => {
    const media = await MediasoupServer.start({ ...OPTIONS, workerBin: workerBinary(), size: 1 });
    const room = await media.openRoom(NO_EVENTS);
    const { info } = await room.openTransports(() => {}).receive;
    const taken = info.iceCandidates.find(({ protocol }) => protocol === 'udp')?.port ?? 0;
    const second = MediasoupServer.start({ ...OPTIONS, workerBin: workerBinary(), size: 1, rtcPort: taken });
    await expect(second).rejects.toMatchObject({
      name: 'StartupError',
      message: expect.stringMatching(/^A mediasoup worker did not start .*PARLOUR_RTC_PORT.*\.$/),
    });
    media.close();
  });

  it('are missed in one line that says what to do', () => {
    expect(() => workerBinary('/nowhere/mediasoup-worker')).toThrow(
      'The mediasoup worker is missing at /nowhere/mediasoup-worker: run "npm run setup -- worker", or set MEDIASOUP_WORKER_BIN.',
    );
  });
});

describe('the address of media', () => {
  it('is the one of HTTP, unless another is announced', async () => {
    expect(await listenAddresses({ host: 'localhost', announcedAddresses: [] })).toEqual([
      { ip: expect.stringMatching(/^127\.|^::1$/) },
    ]);
    expect(await listenAddresses({ host: '127.0.0.1', announcedAddresses: ['203.0.113.7'] })).toEqual([
      { ip: '127.0.0.1', announcedAddress: '203.0.113.7' },
    ]);
  });

  it('is never the one that means all addresses', async () => {
    const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses?.map(({ address }) => address));
    const [{ ip, announcedAddress }] = await listenAddresses({ host: '0.0.0.0', announcedAddresses: [] });
    expect(ip).toBe('0.0.0.0');
    expect(own).toContain(announcedAddress);
  });

  it('is one for each family that is announced, or that there is', async () => {
    const both = ['203.0.113.7', '2001:db8::7'];
    expect(await listenAddresses({ host: '0.0.0.0', announcedAddresses: both })).toEqual([
      { ip: '0.0.0.0', announcedAddress: '203.0.113.7' },
      { ip: '::', announcedAddress: '2001:db8::7' },
    ]);
    expect(await listenAddresses({ host: '::1', announcedAddresses: [] })).toEqual([{ ip: '::1' }]);
    const own = { IPv4: '192.0.2.7', IPv6: '2001:db8::9' };
    expect(await listenAddresses({ host: '::', announcedAddresses: [] }, (family) => own[family])).toEqual([
      { ip: '0.0.0.0', announcedAddress: '192.0.2.7' },
      { ip: '::', announcedAddress: '2001:db8::9' },
    ]);
  });

  it('may be of IPv6 and of IPv4, on the same port', async () => {
    const port = 20_000 + (process.pid % 10_000);
    const listen = [
      { ip: '0.0.0.0', announcedAddress: '127.0.0.1' },
      { ip: '::', announcedAddress: '::1' },
    ];
    const media = await MediasoupServer.start({
      ...OPTIONS,
      listen,
      size: 1,
      rtcPort: port,
      workerBin: workerBinary(),
    });
    const room = await media.openRoom(NO_EVENTS);
    const { iceCandidates } = (await room.openTransports(() => {}).send).info;
    expect(iceCandidates.map(({ protocol, address, ip }) => [protocol, address ?? ip])).toEqual([
      ['udp', '127.0.0.1'],
      ['tcp', '127.0.0.1'],
      ['udp', '::1'],
      ['tcp', '::1'],
    ]);
    media.close();
  });
});
