import { readToken } from '../../auth/index.ts';
import { asRoomError, roomError } from '../../errors/index.ts';
import type { TestedWay } from '../../media/index.ts';
import { serverUrlOf } from '../joinRoom.ts';
import { browserProbes, type ConnectionProbes, type TestSession } from './ConnectionProbes.ts';
import {
  type ConnectionTestOutcome,
  type ConnectionTestPart,
  type ConnectionTestReport,
  resultOf,
} from './ConnectionTestReport.ts';
import type { ConnectionTestOptions } from './testConnection.ts';

const ALL: readonly ConnectionTestPart[] = [
  'microphone',
  'camera',
  'signalling',
  'udp',
  'tcp',
  'turn',
  'upload',
  'download',
];
const WAYS: readonly TestedWay[] = ['udp', 'tcp', 'turn'];
/** How long the line is filled in each direction, in milliseconds. */
const FLOOD_MS = 2_000;
/** A conversation is no longer easy: ITU-T G.114 has 150 ms one way for most uses. Milliseconds. */
const SLOW_ROUND_TRIP = 300;
/** Bits per second for a call with one good picture, and for one with sound and a small one. */
const GOOD_BITRATE = 1_000_000;
const LEAST_BITRATE = 250_000;

/** The test itself; `testConnection` loads it. */
export async function runConnectionTest(options: ConnectionTestOptions): Promise<ConnectionTestReport> {
  const { parts = ALL, signal = new AbortController().signal, onProgress = () => {} } = options;
  const run = new Run({ ...browserProbes, ...options.probes }, new Set(parts), signal, onProgress);
  if (signal.aborted) throw roomError('aborted');
  await Promise.all([run.microphone(), run.camera(), run.network(options)]);
  if (signal.aborted) throw roomError('aborted');
  return run.report('done');
}

class Run {
  readonly #probes: ConnectionProbes;
  readonly #wanted: ReadonlySet<ConnectionTestPart>;
  readonly #signal: AbortSignal;
  readonly #onProgress: (report: ConnectionTestReport) => void;
  #parts: ConnectionTestReport['parts'] = {};

  constructor(
    probes: ConnectionProbes,
    wanted: ReadonlySet<ConnectionTestPart>,
    signal: AbortSignal,
    onProgress: (report: ConnectionTestReport) => void,
  ) {
    this.#probes = probes;
    this.#wanted = wanted;
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  report(state: 'running' | 'done'): ConnectionTestReport {
    return { result: state === 'done' ? resultOf(this.#parts) : 'running', parts: this.#parts };
  }

  microphone(): Promise<void> {
    return this.#part('microphone', async () => {
      const track = await this.#probes.devices.microphone();
      try {
        const level = await this.#probes.microphoneLevel(track, this.#signal);
        const values = { level, label: track.label };
        if (level === null) return warn('The level could not be measured before a click on the page.', values);
        return level > 0 ? pass(values) : warn('The microphone is silent: is it muted by a switch?', values);
      } finally {
        track.stop();
      }
    });
  }

  camera(): Promise<void> {
    return this.#part('camera', async () => {
      const track = await this.#probes.devices.camera();
      try {
        const frames = await this.#probes.cameraFrames(track, this.#signal);
        const values = { ...frames, label: track.label };
        return frames.framesPerSecond > 0 ? pass(values) : fail('The camera gives no picture.', values);
      } finally {
        track.stop();
      }
    });
  }

  /** Signalling, and then what needs it. */
  async network(options: ConnectionTestOptions): Promise<void> {
    const needed = (['signalling', ...WAYS, 'upload', 'download'] as const).filter((part) => this.#wanted.has(part));
    if (needed.length === 0) return;
    let session: TestSession | null = null;
    try {
      const token = options.clientToken ?? (await options.tokenSource?.())?.token;
      if (token === undefined) throw roomError('token-invalid', 'A connection test needs tokenSource, or clientToken.');
      const serverUrl = serverUrlOf(options, readToken(token));
      await this.#part('signalling', () => this.#signalling(serverUrl));
      const others = needed.filter((part) => part !== 'signalling');
      if (others.length === 0 || this.#signal.aborted) return;
      session = await this.#probes.begin(serverUrl, token, this.#signal);
      await this.#media(session);
    } catch (error) {
      const { message } = asRoomError(error);
      for (const part of needed) if (!this.#parts[part]) this.#done(part, fail(message));
    } finally {
      // Whatever becomes of it: the server ends it by itself, too.
      await session?.end().catch(() => {});
    }
  }

  async #signalling(serverUrl: string): Promise<ConnectionTestOutcome> {
    const http = Math.round(await this.#probes.http(serverUrl, this.#signal));
    try {
      const webSocket = Math.round(await this.#probes.webSocket(serverUrl, this.#signal));
      const values = { http, webSocket };
      return webSocket > SLOW_ROUND_TRIP ? warn('The room server answers slowly.', values) : pass(values);
    } catch (error) {
      return fail(asRoomError(error).message, { http });
    }
  }

  /** Each way by itself, and then as much as goes by the best of them. */
  async #media(session: TestSession): Promise<void> {
    let best: TestedWay | null = null;
    for (const way of WAYS) {
      await this.#part(way, async () => {
        if (way === 'turn' && !session.hasTurn) return skipped('The room server names no TURN server.');
        const started = this.#probes.now();
        const open = await session.open('up', way);
        try {
          const connectTime = Math.round(this.#probes.now() - started);
          const { roundTripTime } = await open.path();
          best ??= way;
          const values = { connectTime, roundTripTime: roundTripTime === null ? null : Math.round(roundTripTime) };
          return (roundTripTime ?? 0) > SLOW_ROUND_TRIP
            ? warn('The way to the media server is long.', values)
            : pass(values);
        } finally {
          open.close();
        }
      });
    }
    const tested = WAYS.some((way) => this.#wanted.has(way));
    await this.#throughput(session, 'upload', tested ? best : 'udp');
    await this.#throughput(session, 'download', tested ? best : 'udp');
  }

  #throughput(session: TestSession, part: 'upload' | 'download', way: TestedWay | null): Promise<void> {
    return this.#part(part, async () => {
      if (way === null) return skipped('There is no way to the media server.');
      const open = await session.open(part === 'upload' ? 'up' : 'down', way);
      try {
        const { bytes, bitrate } =
          part === 'upload' ? await open.upload(session.maxBytes, FLOOD_MS) : await open.download(FLOOD_MS);
        const values = { bytes, bitrate, way };
        if (bitrate >= GOOD_BITRATE) return pass(values);
        const reason = `Only ${Math.round(bitrate / 1000)} kbit/s go through; a good picture needs ${GOOD_BITRATE / 1000}.`;
        return bitrate >= LEAST_BITRATE ? warn(reason, values) : fail(reason, values);
      } finally {
        open.close();
      }
    });
  }

  async #part(part: ConnectionTestPart, test: () => Promise<ConnectionTestOutcome>): Promise<void> {
    if (!this.#wanted.has(part) || this.#signal.aborted) return;
    try {
      this.#done(part, await test());
    } catch (error) {
      this.#done(part, fail(asRoomError(error).message));
    }
  }

  #done(part: ConnectionTestPart, outcome: ConnectionTestOutcome): void {
    if (this.#signal.aborted) return;
    this.#parts = { ...this.#parts, [part]: outcome };
    this.#onProgress(this.report('running'));
  }
}

type Values = ConnectionTestOutcome['values'];
const pass = (values: Values): ConnectionTestOutcome => ({ result: 'pass', reason: null, values });
const warn = (reason: string, values: Values): ConnectionTestOutcome => ({ result: 'warn', reason, values });
const fail = (reason: string, values: Values = {}): ConnectionTestOutcome => ({ result: 'fail', reason, values });
const skipped = (reason: string): ConnectionTestOutcome => ({ result: 'skipped', reason, values: {} });
