import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { types } from 'mediasoup';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Recording } from '../../src/db/repositories/RecordingsRepository.ts';
import { Ffmpeg } from '../../src/recording/Ffmpeg.ts';
import { Recorder } from '../../src/recording/Recorder.ts';
import type { RecordingsArchiveOptions } from '../../src/recording/RecordingsArchive.ts';
import { MediasoupProducer } from '../../src/sfu/MediasoupProducer.ts';
import { MediasoupServer } from '../../src/sfu/MediasoupServer.ts';
import { MediasoupTap } from '../../src/sfu/MediasoupTap.ts';
import { mediaCodecs } from '../../src/sfu/mediaCodecs.ts';
import { workerBinary } from '../../src/sfu/workerBinary.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const WAIT = { timeout: 20_000, interval: 50 };
const PAYLOAD_TYPE = 100;
const FILMED_SECS = 3;

let sfu: MediasoupServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-codecs-'));
  sfu = await MediasoupServer.start({
    ...{ size: 1, participantsPerWorker: 100, listen: [{ ip: '127.0.0.1' }], rtcPort: 0, log: SILENT },
    workerBin: workerBinary(),
  });
});
afterAll(() => {
  sfu?.close();
  rmSync(folder, { recursive: true });
});

/** A camera that ffmpeg plays, in the SFU. */
async function camera(mimeType: string, parameters: Record<string, unknown>, encoder: readonly string[]) {
  const router = (await sfu.workers[0]?.worker.createRouter({ mediaCodecs })) as types.Router;
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    comedia: true,
    rtcpMux: false,
  });
  const codec = { mimeType, payloadType: PAYLOAD_TYPE, clockRate: 90_000, parameters };
  const producer = await transport.produce({
    kind: 'video',
    rtpParameters: { codecs: [codec], encodings: [{ ssrc: 4711 }] },
    paused: true,
  });
  const source = ['-nostdin', '-re', '-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=30', '-pix_fmt', 'yuv420p'];
  // A key frame twice a second: it does not listen to those who ask for one.
  const output = [...encoder, '-g', '15', '-strict', 'experimental', '-payload_type', String(PAYLOAD_TYPE)];
  const url = `rtp://127.0.0.1:${transport.tuple.localPort}?rtcpport=${transport.rtcpTuple?.localPort}&pkt_size=1200`;
  const film = new Ffmpeg('ffmpeg', [...source, ...output, '-ssrc', '4711', '-f', 'rtp', url]);
  return { router, producer, gated: new MediasoupProducer(producer, false), film };
}

/** What is put on record of the one recording, in place of a database. */
function record(): { options: RecordingsArchiveOptions['recordings']; done: Partial<Recording> } {
  const done: Partial<Recording> = {};
  const noted = async (change: Partial<Recording>) => Object.assign(done, change) as Recording;
  return {
    done,
    options: {
      begin: (recording) => noted({ ...recording, status: 'processing' }),
      correctStart: (_, startedAt) => noted({ startedAt }),
      complete: (_, file) => noted({ ...file, status: 'completed' }),
      fail: (_, failureReason) => noted({ failureReason, status: 'failed' }),
      unfinished: async () => [],
    },
  };
}

async function probe(file: string): Promise<Record<string, string>> {
  const entries = 'stream=codec_name,width,height,nb_read_frames:format=duration,format_name';
  const args = ['-v', 'error', '-count_frames', '-show_entries', entries, '-of', 'default=noprint_wrappers=1', file];
  const { stdout } = await promisify(execFile)('ffprobe', args);
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  );
}

describe('a camera that comes from the SFU', () => {
  test.concurrent.each([
    {
      ...{ mimeType: 'video/VP9', parameters: { 'profile-id': 0 } },
      encoder: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '300k'],
      expected: { codec_name: 'vp9', format_name: 'matroska,webm' },
    },
    {
      mimeType: 'video/H264',
      parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
      encoder: ['-c:v', 'libx264', '-profile:v', 'baseline', '-preset', 'ultrafast', '-tune', 'zerolatency'],
      expected: { codec_name: 'h264', format_name: 'mov,mp4,m4a,3gp,3g2,mj2' },
    },
  ])('in $mimeType is recorded as it is, and plays from its beginning to its end', async (wish) => {
    const { router, producer, gated, film } = await camera(wish.mimeType, wish.parameters, wish.encoder);
    const { done, options } = record();
    const stored = join(folder, `${producer.id}.file`);
    const recorder = new Recorder({
      folder,
      storage: {
        put: async (_, path) => promisify(execFile)('cp', [path, stored]).then(() => {}),
        delete: async () => {},
      },
      recordings: options,
      log: SILENT,
      now: () => new Date(),
    });
    const recording = recorder.record({
      ...{
        roomId: 'room',
        session: Promise.resolve('session'),
        participantId: 'ada',
        streamKey: 'self',
        kind: 'video',
      },
      openTap: (tap) => MediasoupTap.open(router, gated, { ...tap, producerId: producer.id }),
    });
    await vi.waitFor(() => expect(done.status).toBe('processing'), WAIT);
    const until = performance.now() + FILMED_SECS * 1000;
    await vi.waitFor(() => expect(performance.now()).toBeGreaterThan(until), WAIT);
    recording.stop();
    await recorder.finished();
    film.kill();
    expect(done).toMatchObject({ status: 'completed', codec: wish.expected.codec_name });
    const { duration, nb_read_frames, ...about } = await probe(stored);
    expect(about).toEqual({ ...wish.expected, width: '320', height: '180' });
    expect(Math.abs(Number(duration) - FILMED_SECS)).toBeLessThan(0.7);
    expect(Math.abs((done.durationMs ?? 0) / 1000 - Number(duration))).toBeLessThan(0.1);
    expect(Number(nb_read_frames) / Number(duration)).toBeGreaterThan(20);
  });
});
