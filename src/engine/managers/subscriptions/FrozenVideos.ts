import type { TransportStats } from '../../../media/index.ts';
import type { SubscribedStream } from './describeSubscription.ts';
import type { KindSubscription } from './KindSubscription.ts';

/** How long a video may take until its first frame, in milliseconds; a join on a slow line needs about one second. */
const FIRST_FRAME_TIMEOUT = 3_000;
/** How long the picture may stand still while packets come. */
const FREEZE_TIMEOUT = 2_000;
/** How long nothing at all may come of a camera that is on. Of a screen, nothing comes while nothing moves. */
const SILENCE_TIMEOUT = 5_000;
/** Less is padding and what was on its way; a frame that cannot be decoded brings more. */
const PACKETS = 5;
/** What each step gets before the next is tried; the last goes on. */
const NEXT_STEP = [2_000, 5_000, 10_000, 30_000] as const;

/** What is tried to make a picture come: a key frame is cheap, a new consumer begins everything anew. */
export type Repair = 'key-frame' | 'consume-anew';

/** One video that should flow, as it was at the last reading. */
interface Watched {
  readonly consumerId: string | null;
  /** Null before its first reading. */
  frames: number | null;
  /** When a frame was decoded last, or the watching began, and how many packets had come by then. */
  frameAt: number;
  packetsAtFrame: number;
  tries: number;
  nextTryAt: number;
}

/** What {@link FrozenVideos} looks at, anew with each reading. */
interface Dependencies {
  readonly stats: Pick<TransportStats, 'subscribe'>;
  readonly repair: (stream: SubscribedStream, how: Repair) => void;
  /** `frozen` of its video has changed. */
  readonly changed: (stream: SubscribedStream) => void;
}

/**
 * Finds videos that should have a picture and have none, or one that stands still, and has them repaired: a key frame
 * first, a new consumer next, then a key frame now and then. Reads statistics only while there is a video that flows.
 */
export class FrozenVideos {
  readonly #to: Dependencies;
  readonly #watched = new Map<SubscribedStream, Watched>();
  /** Those that flow, or are about to again. */
  readonly #flowing = new Set<SubscribedStream>();
  #unsubscribe: (() => void) | null = null;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** Some of these may have begun or ceased to flow. */
  handleChange(changed: Iterable<SubscribedStream>): void {
    for (const stream of changed) this.#flowing.add(stream);
    for (const stream of this.#flowing) {
      if (!flows(stream.video) && !isMadeAnew(stream.video)) this.#flowing.delete(stream);
    }
    if (this.#flowing.size > 0)
      this.#unsubscribe ??= this.#to.stats.subscribe((report, now) => this.#look(report, now));
    else this.close();
  }

  close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    for (const { video } of this.#watched.keys()) video.frozen = false;
    this.#watched.clear();
  }

  #look(report: RTCStatsReport, now: number): void {
    const inbound = new Map<string, RTCInboundRtpStreamStats>();
    for (const stats of report.values()) {
      if (stats.type === 'inbound-rtp' && stats.kind === 'video') inbound.set(stats.trackIdentifier, stats);
    }
    for (const stream of this.#watched.keys()) {
      if (flows(stream.video) || isMadeAnew(stream.video)) continue;
      this.#watched.delete(stream);
      this.#show(stream, false);
    }
    for (const stream of this.#flowing) {
      const stats = inbound.get(stream.video.track?.id ?? '');
      if (stats && flows(stream.video)) this.#compare(stream, stats, now);
    }
  }

  #compare(
    stream: SubscribedStream,
    { framesDecoded = 0, packetsReceived = 0 }: RTCInboundRtpStreamStats,
    now: number,
  ): void {
    const known = this.#watched.get(stream);
    const watched = known?.consumerId === stream.video.consumerId ? known : this.#watch(stream, known, now);
    // The first reading of a consumer tells where it begins; one that has decoded something is not frozen any more.
    const begins = watched.frames === null;
    if (begins || framesDecoded !== watched.frames) {
      watched.frames = framesDecoded;
      watched.frameAt = now;
      watched.packetsAtFrame = packetsReceived;
      if (framesDecoded === 0) return;
      if (!begins) watched.tries = 0;
      this.#show(stream, false);
      return;
    }
    if (!stands(stream, watched, packetsReceived, now)) return;
    this.#show(stream, true);
    if (now < watched.nextTryAt) return;
    watched.nextTryAt = now + (NEXT_STEP[Math.min(watched.tries, NEXT_STEP.length - 1)] as number);
    watched.tries += 1;
    this.#to.repair(stream, watched.tries === 2 ? 'consume-anew' : 'key-frame');
  }

  /** A consumer that was made anew goes on where the one before it stood. */
  #watch(stream: SubscribedStream, before: Watched | undefined, now: number): Watched {
    const { tries = 0, nextTryAt = 0 } = before ?? {};
    const { consumerId } = stream.video;
    const watched: Watched = { consumerId, frames: null, frameAt: now, packetsAtFrame: 0, tries, nextTryAt };
    this.#watched.set(stream, watched);
    return watched;
  }

  #show(stream: SubscribedStream, frozen: boolean): void {
    if (stream.video.frozen === frozen) return;
    stream.video.frozen = frozen;
    this.#to.changed(stream);
  }
}

function stands({ key }: SubscribedStream, { frames, frameAt, packetsAtFrame }: Watched, packets: number, now: number) {
  const wait = now - frameAt;
  if (frames === 0) return wait >= FIRST_FRAME_TIMEOUT;
  if (packets - packetsAtFrame >= PACKETS) return wait >= FREEZE_TIMEOUT;
  return key !== 'presentation' && wait >= SILENCE_TIMEOUT;
}

/** It is wanted, published, and the SFU lets it flow as far as it has told. */
function flows({ track, sent, info, currentLayers }: KindSubscription): boolean {
  return track !== null && sent.paused === false && info?.enabled === true && !info.censored && currentLayers !== null;
}

/** While it is made anew nothing flows, and it is still the same trouble. */
function isMadeAnew({ frozen, track, demands, info }: KindSubscription): boolean {
  return frozen && track === null && demands.size > 0 && info?.enabled === true;
}
