import type { types } from 'mediasoup';
import type { Direction, MediaTransport, RoomMedia, RoomMediaEvents } from '../rooms/RoomMedia.ts';
import type { MediasoupProducer } from './MediasoupProducer.ts';
import { MediasoupTransport } from './MediasoupTransport.ts';

/** What the bandwidth estimation starts from: enough for a good layer at once, on a line that is not the slowest. */
const INITIAL_OUTGOING_BITRATE = 1_500_000;

interface MediasoupRoomOptions {
  router: types.Router;
  speakers: types.ActiveSpeakerObserver;
  levels: types.AudioLevelObserver;
  webRtcServer: types.WebRtcServer;
  events: RoomMediaEvents;
  onClose(): void;
}

/** A router with its observers. */
export class MediasoupRoom implements RoomMedia {
  readonly #options: MediasoupRoomOptions;
  readonly #producers = new Map<string, MediasoupProducer>();

  constructor(options: MediasoupRoomOptions) {
    this.#options = options;
    const { router, speakers, levels, events } = options;
    speakers.on('dominantspeaker', ({ producer }) => events.dominantSpeaker(producer.id));
    levels.on('volumes', (volumes) =>
      events.audioVolumes(volumes.map(({ producer, volume }) => ({ producerId: producer.id, decibels: volume }))),
    );
    levels.on('silence', () => events.audioVolumes([]));
    router.observer.once('close', () => options.onClose());
    // Also when the worker is closed in order; then nobody is left to hear it.
    router.once('workerclose', () => events.lost());
  }

  async openTransport(direction: Direction): Promise<MediaTransport> {
    const { router, webRtcServer } = this.#options;
    const transport = await router.createWebRtcTransport({
      webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      ...(direction === 'receive' && { initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITRATE }),
    });
    return new MediasoupTransport(transport, this.#producers, (producer) => this.#listenTo(producer));
  }

  close(): void {
    this.#options.router.close();
  }

  async #listenTo(producer: types.Producer): Promise<void> {
    if (producer.kind !== 'audio') return;
    const { speakers, levels } = this.#options;
    const { id: producerId } = producer;
    await Promise.all([speakers.addProducer({ producerId }), levels.addProducer({ producerId })]);
  }
}
