import type { types } from 'mediasoup';
import type { DtlsParameters, IceParameters, TransportInfo } from '../../../src/protocol/index.ts';
import type { ConsumeOptions, Layers, MediaProducer, MediaTransport, ProduceOptions } from '../rooms/RoomMedia.ts';
import { SenderClock } from '../rooms/SenderClock.ts';
import { MediasoupConsumer } from './MediasoupConsumer.ts';
import { MediasoupProducer } from './MediasoupProducer.ts';
import type { RoomRouter } from './RoomRouter.ts';
import { RoomTrack } from './RoomTrack.ts';
import { writing } from './writing.ts';

/**
 * How long after a key frame request mediasoup waits before it asks again. Browsers ignore a second request within
 * 300 ms; with less than that the next try comes a whole second later.
 */
const KEY_FRAME_REQUEST_DELAY_MS = 350;

/** A WebRtcTransport. Parameters that came through the protocol's schemas are handed to mediasoup as they are. */
export class MediasoupTransport implements MediaTransport {
  readonly #transport: types.WebRtcTransport;
  readonly #router: Pick<RoomRouter, 'router' | 'listenTo'>;
  readonly #tracks: Map<string, RoomTrack>;
  readonly #onClose: () => void;
  readonly #whenConnected = new Set<() => void>();
  /** Of whoever sends over it. */
  readonly #clock = new SenderClock();

  /**
   * @param tracks - All of the room, by the ids of their producers.
   * @param onClose - Called by {@link close}; not when the worker dies.
   */
  constructor(
    transport: types.WebRtcTransport,
    router: Pick<RoomRouter, 'router' | 'listenTo'>,
    tracks: Map<string, RoomTrack>,
    onClose: () => void = () => {},
  ) {
    this.#transport = transport;
    this.#router = router;
    this.#tracks = tracks;
    this.#onClose = onClose;
    transport.on('dtlsstatechange', (state) => {
      if (state !== 'connected') return;
      const starts = [...this.#whenConnected];
      this.#whenConnected.clear();
      for (const start of starts) start();
    });
  }

  get info(): TransportInfo {
    const { id, iceParameters, iceCandidates, dtlsParameters } = this.#transport;
    return { id, iceParameters, iceCandidates, dtlsParameters };
  }

  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    await writing(this.#transport, () =>
      this.#transport.connect({ dtlsParameters: dtlsParameters as types.DtlsParameters }),
    );
  }

  restartIce(): Promise<IceParameters> {
    return this.#transport.restartIce();
  }

  async produce({ id, kind, rtpParameters, paused, onScore }: ProduceOptions): Promise<MediaProducer> {
    const producer = await writing(this.#transport, () =>
      this.#transport.produce({
        id,
        kind,
        rtpParameters: rtpParameters as types.RtpParameters,
        paused: paused || kind === 'video',
        ...(kind === 'video' && { keyFrameRequestDelay: KEY_FRAME_REQUEST_DELAY_MS }),
      }),
    );
    const gated = new MediasoupProducer(producer, paused, this.#clock);
    this.#tracks.set(id, new RoomTrack(id, gated, this.#router.router));
    producer.observer.once('close', () => this.#tracks.delete(id));
    producer.on('score', (scores) => {
      // Layers that are switched off have a score of 0: the best one counts. All of them are off while nobody looks;
      // of a sender whose line is cut its connection tells.
      const best = Math.max(0, ...scores.map(({ score }) => score));
      if (best > 0) onScore?.(best);
    });
    await this.#router.listenTo(producer);
    return gated;
  }

  async consume({ producerId, rtpCapabilities, paused, preferredLayers, onLayersChange, onScore }: ConsumeOptions) {
    const track = this.#tracks.get(producerId);
    if (!track) throw new Error(`There is no producer ${producerId} in this room.`);
    const release = await track.bringTo(this.#router.router);
    const consumer = await writing(this.#transport, () =>
      this.#transport.consume({
        producerId,
        rtpCapabilities: rtpCapabilities as types.RtpCapabilities,
        paused: true,
        ...(preferredLayers && { preferredLayers }),
      }),
    ).catch((error: unknown) => {
      release();
      throw error;
    });
    consumer.observer.once('close', release);
    consumer.on('layerschange', (layers) =>
      onLayersChange(layers ? ({ temporalLayer: 0, ...layers } as Required<Layers>) : null),
    );
    consumer.on('score', ({ score }) => onScore?.(score));
    const gated = new MediasoupConsumer(consumer, (start) => this.#admit(track.producer, start));
    if (!paused) await gated.setPaused(false);
    return gated;
  }

  close(): void {
    this.#transport.close();
    this.#onClose();
  }

  /** Nothing flows before the transport is there: a key frame that is asked for earlier would be lost. */
  #admit(producer: MediasoupProducer, start: () => void): () => void {
    let leave = () => {};
    const undo = this.#onceConnected(() => {
      leave = producer.admit(start);
    });
    return () => {
      undo();
      leave();
    };
  }

  #onceConnected(start: () => void): () => void {
    if (this.#transport.dtlsState === 'connected') {
      start();
      return () => undefined;
    }
    this.#whenConnected.add(start);
    return () => this.#whenConnected.delete(start);
  }
}
