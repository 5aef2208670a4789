import type { types } from 'mediasoup';
import type { RtpParameters } from '../../../src/protocol/index.ts';
import type { Layers, MediaConsumer } from '../rooms/RoomMedia.ts';

/** What a {@link MediasoupConsumer} uses of mediasoup's. */
export type GatedConsumer = Pick<
  types.Consumer,
  | 'id'
  | 'type'
  | 'rtpParameters'
  | 'preferredLayers'
  | 'pause'
  | 'resume'
  | 'setPreferredLayers'
  | 'setPriority'
  | 'requestKeyFrame'
  | 'close'
>;

/** A track that is sent to one participant. It begins to flow when its transport is there and a key frame can be had. */
export class MediasoupConsumer implements MediaConsumer {
  readonly #consumer: GatedConsumer;
  readonly #admit: (start: () => void) => () => void;
  #paused = true;
  #callOff = (): void => undefined;

  /**
   * @param consumer - Made paused.
   * @param admit - Calls back when the consumer may flow, at once if it may now. Returns what calls it off.
   */
  constructor(consumer: GatedConsumer, admit: (start: () => void) => () => void) {
    this.#consumer = consumer;
    this.#admit = admit;
  }

  get id(): string {
    return this.#consumer.id;
  }

  get rtpParameters(): RtpParameters {
    return this.#consumer.rtpParameters as RtpParameters;
  }

  /** As it is wanted; it may still be waiting to flow. */
  get paused(): boolean {
    return this.#paused;
  }

  async setPaused(paused: boolean): Promise<void> {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.#callOff();
    let done = Promise.resolve();
    if (paused) {
      done = this.#consumer.pause();
    } else {
      this.#callOff = this.#admit(() => {
        done = this.#consumer.resume();
        // Later than this call, nobody waits for it; one that fails is closed.
        done.catch(() => undefined);
      });
    }
    await done;
  }

  async setPreferredLayers(layers: Partial<Layers>): Promise<void> {
    const { type, preferredLayers } = this.#consumer;
    const { spatialLayer, temporalLayer } = { ...preferredLayers, ...layers };
    // A consumer without layers has none to prefer.
    if (spatialLayer === undefined || type === 'simple') return;
    await this.#consumer.setPreferredLayers({ spatialLayer, ...(temporalLayer !== undefined && { temporalLayer }) });
  }

  setPriority(priority: number): Promise<void> {
    return this.#consumer.setPriority(priority);
  }

  requestKeyFrame(): Promise<void> {
    return this.#consumer.requestKeyFrame();
  }

  close(): void {
    this.#callOff();
    this.#consumer.close();
  }
}
