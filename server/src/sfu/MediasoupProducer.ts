import type { types } from 'mediasoup';
import type { MediaProducer, TapOptions } from '../rooms/RoomMedia.ts';
import { SenderClock } from '../rooms/SenderClock.ts';
import { KeyFrameTiming } from './KeyFrameTiming.ts';
import { senderReport } from './senderReport.ts';

/** What a {@link MediasoupProducer} uses of mediasoup's. */
export type GatedProducer = Pick<
  types.Producer,
  'kind' | 'rtpParameters' | 'pause' | 'resume' | 'close' | 'enableTraceEvent' | 'on'
>;

/**
 * A track that arrives. Whoever is about to see a video comes through {@link admit}, which spaces key frame requests so
 * that the sender follows each of them.
 *
 * For the same reason a video stays paused in the SFU until somebody is about to see it. mediasoup asks for a key frame
 * as soon as it meets a simulcast layer in the middle of its frames, and a sender who has just made one for nobody would
 * ignore the request of the first who looks. When it resumes, mediasoup asks for all layers at once.
 */
export class MediasoupProducer implements MediaProducer {
  readonly spatialLayers: number;
  /** Whether each layer comes in a stream of its own. */
  readonly isSimulcast: boolean;
  readonly #producer: GatedProducer;
  readonly #timing = new KeyFrameTiming();
  readonly #waiting = new Set<() => void>();
  readonly #clock: SenderClock;
  readonly #reportListeners = new Set<TapOptions['onReport']>();
  #timer: NodeJS.Timeout | null = null;
  #paused: boolean;
  #seen: boolean;

  /**
   * @param paused - Whether its sender has it off. In the SFU a video must be paused in any case.
   * @param clock - That of its sender.
   */
  constructor(producer: GatedProducer, paused: boolean, clock = new SenderClock()) {
    this.#producer = producer;
    this.#clock = clock;
    // Asked for by everybody who receives it; mediasoup makes a copy of the parameters each time.
    const { encodings = [] } = producer.rtpParameters;
    this.isSimulcast = encodings.length > 1;
    this.spatialLayers = spatialLayersOf(encodings);
    this.#paused = paused;
    this.#seen = producer.kind === 'audio';
    producer.on('trace', ({ type, info }) => {
      if (type === 'pli') this.#timing.requested(performance.now());
      else if (type === 'keyframe') this.#timing.came();
      else if (type === 'sr') this.#reported(info);
    });
    this.#trace();
  }

  /**
   * Hears what its sender says of its time. The SFU's own reports to those who receive it would not do: they rest on an
   * estimate of the sender's clock that takes a while, and is wrong by hundreds of milliseconds where a machine is busy.
   *
   * @returns Ends it.
   */
  listenToReports(listener: TapOptions['onReport']): () => void {
    this.#reportListeners.add(listener);
    if (this.#reportListeners.size === 1) this.#trace();
    return () => this.#reportListeners.delete(listener);
  }

  async setPaused(paused: boolean): Promise<void> {
    this.#paused = paused;
    if (paused) await this.#producer.pause();
    else if (this.#seen) await this.#producer.resume();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#waiting.clear();
    this.#producer.close();
  }

  /**
   * Calls `start`, which resumes a consumer, when the key frame that it needs can be had: mostly at once, else within
   * 350 ms.
   *
   * @returns Calls it off.
   */
  admit(start: () => void): () => void {
    const wait = this.#seen && this.#producer.kind === 'video' ? this.#timing.waitAt(performance.now()) : 0;
    if (wait === 0 && this.#waiting.size === 0) {
      this.#start([start]);
      return () => undefined;
    }
    this.#waiting.add(start);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      this.#start(waiting);
    }, wait).unref();
    return () => this.#waiting.delete(start);
  }

  #trace(): void {
    const types: types.ProducerTraceEventType[] = this.#producer.kind === 'video' ? ['pli', 'keyframe'] : [];
    if (this.#reportListeners.size > 0) types.push('sr');
    // One that is closed meanwhile has nothing to tell.
    if (types.length > 0) this.#producer.enableTraceEvent(types).catch(() => undefined);
  }

  #reported(info: Record<string, unknown>): void {
    const report = senderReport(info);
    if (!report) return;
    this.#clock.came(report.ntpMs, performance.now());
    for (const listener of this.#reportListeners) listener(report, this.#clock);
  }

  /** The consumers first: they are then part of what a resumed producer asks key frames for. */
  #start(starts: readonly (() => void)[]): void {
    for (const start of starts) start();
    if (this.#seen || starts.length === 0) return;
    this.#seen = true;
    if (!this.#paused) this.#producer.resume().catch(() => undefined);
  }
}

/** Simulcast has an encoding for each layer; SVC one encoding that names them, as in `L3T3`. */
function spatialLayersOf(encodings: readonly types.RtpEncodingParameters[]): number {
  if (encodings.length > 1) return encodings.length;
  return Number(/^[LS](\d)/.exec(encodings[0]?.scalabilityMode ?? '')?.[1] ?? 1);
}
