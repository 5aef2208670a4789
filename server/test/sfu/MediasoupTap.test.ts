import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { types } from 'mediasoup';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MediasoupProducer } from '../../src/sfu/MediasoupProducer.ts';
import { MediasoupServer } from '../../src/sfu/MediasoupServer.ts';
import { MediasoupTap } from '../../src/sfu/MediasoupTap.ts';
import { mediaCodecs } from '../../src/sfu/mediaCodecs.ts';
import { workerBinary } from '../../src/sfu/workerBinary.ts';
import { videoPacket, videoParameters } from './support/rtp.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const FRAME_MS = 20;
const WAIT = { timeout: 10_000 };

let sfu: MediasoupServer;
let socket: Socket;
let received: number;
let filming: NodeJS.Timeout | undefined;
beforeEach(async () => {
  sfu = await MediasoupServer.start({
    ...{ size: 1, participantsPerWorker: 100, listen: [{ ip: '127.0.0.1' }], rtcPort: 0, log: SILENT },
    workerBin: workerBinary(),
  });
  received = 0;
  socket = createSocket('udp4').bind(0, '127.0.0.1');
  socket.on('message', () => {
    received += 1;
  });
  await once(socket, 'listening');
});
afterEach(() => {
  clearInterval(filming);
  socket.close();
  sfu.close();
});

/** A camera that sends as it says, straight into the SFU; it makes nothing but key frames. */
async function camera(ssrcs: readonly number[], scalabilityMode: string) {
  const router = (await sfu.workers[0]?.worker.createRouter({ mediaCodecs })) as types.Router;
  const transport = await router.createDirectTransport();
  const rtpParameters = videoParameters(ssrcs, scalabilityMode) as types.RtpParameters;
  const producer = await transport.produce({ kind: 'video', rtpParameters, paused: true });
  const gated = new MediasoupProducer(producer, false);
  const onResumed = vi.fn();
  const tap = await MediasoupTap.open(router, gated, {
    producerId: producer.id,
    port: socket.address().port,
    onResumed,
    onReport: () => {},
  });
  let sequence = 0;
  const film = () => {
    filming = setInterval(() => {
      sequence += 1;
      for (const ssrc of ssrcs) producer.send(videoPacket(ssrc, sequence, true));
    }, FRAME_MS);
  };
  return { producer, gated, tap, film, onResumed };
}

const comes = () => {
  const before = received;
  return vi.waitFor(() => expect(received).toBeGreaterThan(before), WAIT);
};

describe('a tap', () => {
  test.each([
    ['one stream', [1]],
    ['a stream for each of three layers', [1, 2, 3]],
  ] as const)('goes on when a camera comes back, that sends %s', async (_, ssrcs) => {
    const { producer, gated, tap, film, onResumed } = await camera(ssrcs, 'L1T3');
    await tap.start();
    film();
    await comes();

    await gated.setPaused(true);
    clearInterval(filming);
    const bitrates = async () => (await producer.getStats()).map(({ bitrate }) => bitrate);
    await vi.waitFor(async () => expect(Math.max(0, ...(await bitrates()))).toBe(0), WAIT);
    onResumed.mockClear();
    // It resumes before its first picture is there.
    await gated.setPaused(false);
    await vi.waitFor(() => expect(onResumed).toHaveBeenCalled(), WAIT);
    film();
    await comes();
    tap.close();
  });
});
