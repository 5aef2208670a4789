import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { RoomsApi } from '../../support/RoomsApi.ts';
import { FLASHING_PART } from './clapper.ts';
import { expect } from './fixtures.ts';

const run = promisify(execFile);

const BRIGHT = 128;
const SAMPLE_RATE = 8_000;
/** Loudness is looked at in stretches of this length. */
const STRETCH_SAMPLES = 80;
const LOUD = 2_000;

export interface Recording {
  readonly id: string;
  readonly session_id: string;
  readonly participant_id: string;
  readonly stream_key: string;
  readonly type: 'audio' | 'video';
  readonly status: string;
  readonly codec: string;
  readonly duration_secs: number;
  readonly download_url: string;
  readonly failure_reason: string | null;
  readonly started_at: string;
  readonly ended_at: string | null;
}

/** A flash or a beep. */
export interface Clap {
  readonly begin: number;
  readonly end: number;
}

/** What is in the file of a recording, by the wall clock in milliseconds. */
export interface RecordedClaps {
  /** As ffprobe names it. */
  readonly codec: string;
  readonly begin: number;
  readonly end: number;
  /** Its flashes or beeps. */
  readonly claps: readonly Clap[];
}

export function recordingsOf(api: RoomsApi, roomId: string): Promise<Recording[]> {
  return api.get<Recording[]>(`/v2/room_recordings?filter[room_id]=${roomId}`);
}

/** Waits until nothing is being written or stored any more. */
export async function settledRecordings(api: RoomsApi, roomId: string): Promise<Recording[]> {
  const processing = async () => (await recordingsOf(api, roomId)).filter(({ status }) => status === 'processing');
  await expect.poll(async () => (await processing()).length).toBe(0);
  return recordingsOf(api, roomId);
}

/** Looks into the file of a recording of a `clapper`. */
export async function clapsOf(folder: string, recording: Recording): Promise<RecordedClaps> {
  const file = path.join(folder, recording.id);
  await writeFile(file, Buffer.from(await (await fetch(recording.download_url)).arrayBuffer()));
  const { codec, durationSecs } = await probe(file);
  const begin = Date.parse(recording.started_at);
  const found = recording.type === 'audio' ? await beepsOf(file) : await flashesOf(file);
  const claps = found.map((clap) => ({ begin: begin + clap.begin * 1_000, end: begin + clap.end * 1_000 }));
  return { codec, begin, end: begin + durationSecs * 1_000, claps };
}

/** The flashes of a file, in seconds from its beginning. */
async function flashesOf(file: string): Promise<Clap[]> {
  // Made small first: the size of the pictures may change on the way.
  const filters = `scale=32:16,crop=iw:ih*${FLASHING_PART}:0:ih*${1 - FLASHING_PART},signalstats`;
  const print = 'metadata=print:key=lavfi.signalstats.YAVG:file=-';
  const args = ['-v', 'error', '-copyts', '-i', file, '-vf', `${filters},${print}`, '-vsync', '0', '-f', 'null', '-'];
  const { stdout } = await run('ffmpeg', args, { maxBuffer: 64 * 1024 * 1024 });
  const frames = stdout.matchAll(/pts_time:(\S+)\s+lavfi\.signalstats\.YAVG=(\S+)/g);
  return clapsIn([...frames].map(([, at, light]) => ({ at: Number(at), on: Number(light) > BRIGHT })));
}

/** The beeps of a file, in seconds from its beginning. */
async function beepsOf(file: string): Promise<Clap[]> {
  const args = ['-v', 'error', '-i', file, '-ac', '1', '-ar', String(SAMPLE_RATE), '-f', 's16le', '-'];
  const { stdout } = await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  const samples = new Int16Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 2));
  const stretches = Array.from({ length: Math.floor(samples.length / STRETCH_SAMPLES) }, (_, index) => {
    const stretch = samples.subarray(index * STRETCH_SAMPLES, (index + 1) * STRETCH_SAMPLES);
    return { at: (index * STRETCH_SAMPLES) / SAMPLE_RATE, on: stretch.some((sample) => Math.abs(sample) > LOUD) };
  });
  return clapsIn(stretches);
}

/** The codec of a file and how long it is, as ffprobe says. */
async function probe(file: string): Promise<{ codec: string; durationSecs: number }> {
  const entries = ['-show_entries', 'stream=codec_name:format=duration', '-of', 'csv=p=0'];
  const { stdout } = await run('ffprobe', ['-v', 'error', ...entries, file]);
  const [codec = '', duration = ''] = stdout.trim().split('\n');
  return { codec, durationSecs: Number(duration) };
}

/** From where something begins that was not there just before until it is there no more; what is cut off is left out. */
function clapsIn(moments: readonly { at: number; on: boolean }[]): Clap[] {
  const turns = moments.filter(({ on }, index) => index > 0 && moments[index - 1]?.on !== on);
  return turns.flatMap(({ at, on }, index) => {
    const end = turns[index + 1]?.at;
    return on && end !== undefined ? [{ begin: at, end }] : [];
  });
}
