import type { types } from 'mediasoup';
import type { MediaProducer } from '../rooms/RoomMedia.ts';
import { KeyFrameTiming } from './KeyFrameTiming.ts';

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
  #timer: NodeJS.Timeout | null = null;
  #paused: boolean;
  #seen: boolean;

  /** @param paused - Whether its sender has it off. In the SFU a video must be paused in any case. */
  constructor(producer: GatedProducer, paused: boolean) {
    this.#producer = producer;
    // Asked for by everybody who receives it; mediasoup makes a copy of the parameters each time.
    const { encodings = [] } = producer.rtpParameters;
    this.isSimulcast = encodings.length > 1;
    this.spatialLayers = spatialLayersOf(encodings);
    this.#paused = paused;
    this.#seen = producer.kind === 'audio';
    if (this.#seen) return;
    producer.on('trace', ({ type }) => {
      if (type === 'pli') this.#timing.requested(performance.now());
      else this.#timing.came();
    });
    // One that is closed meanwhile has nothing to tell.
    producer.enableTraceEvent(['pli', 'keyframe']).catch(() => undefined);
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
