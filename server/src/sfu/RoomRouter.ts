import type { types } from 'mediasoup';
import type { Direction } from '../rooms/RoomMedia.ts';
import { mediaCodecs } from './mediaCodecs.ts';
import { LEVELS_AT_A_TIME, LEVELS_INTERVAL_MS, type RoomVoices } from './RoomVoices.ts';
import type { PooledWorker } from './WorkerPool.ts';

/** Loud enough to count as heard, in dBov. */
const HEARD_FROM_DBOV = -60;
const SPEAKER_INTERVAL_MS = 300;
/** What the bandwidth estimation starts from: enough for a good layer at once, on a line that is not the slowest. */
const INITIAL_OUTGOING_BITRATE = 1_500_000;

/** What one worker carries of a room: a router with its observers. */
export class RoomRouter {
  readonly router: types.Router;
  readonly #worker: PooledWorker;
  readonly #speakers: types.ActiveSpeakerObserver;
  readonly #levels: types.AudioLevelObserver;

  private constructor(
    worker: PooledWorker,
    router: types.Router,
    speakers: types.ActiveSpeakerObserver,
    levels: types.AudioLevelObserver,
  ) {
    this.router = router;
    this.#worker = worker;
    this.#speakers = speakers;
    this.#levels = levels;
  }

  /** @param worker counts the router already. */
  static async open(worker: PooledWorker, voices: RoomVoices): Promise<RoomRouter> {
    const release = () => {
      worker.rooms -= 1;
    };
    const router = await worker.worker.createRouter({ mediaCodecs }).catch((error: unknown) => {
      release();
      throw error;
    });
    router.observer.once('close', release);
    router.observer.once('close', () => voices.forget(router));
    try {
      const [speakers, levels] = await Promise.all([
        router.createActiveSpeakerObserver({ interval: SPEAKER_INTERVAL_MS }),
        router.createAudioLevelObserver({
          interval: LEVELS_INTERVAL_MS,
          threshold: HEARD_FROM_DBOV,
          maxEntries: LEVELS_AT_A_TIME,
        }),
      ]);
      speakers.on('dominantspeaker', ({ producer }) => voices.dominantSpeaker(router, producer.id));
      levels.on('volumes', (volumes) =>
        voices.volumes(
          router,
          volumes.map(({ producer, volume }) => ({ producerId: producer.id, decibels: volume })),
        ),
      );
      levels.on('silence', () => voices.volumes(router, []));
      return new RoomRouter(worker, router, speakers, levels);
    } catch (error) {
      router.close();
      throw error;
    }
  }

  openTransport(direction: Direction): Promise<types.WebRtcTransport> {
    return this.router.createWebRtcTransport({
      webRtcServer: this.#worker.webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      ...(direction === 'receive' && { initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITRATE }),
    });
  }

  /** Hears who speaks through a producer of this router. */
  async listenTo({ id: producerId, kind }: types.Producer): Promise<void> {
    if (kind !== 'audio') return;
    await Promise.all([this.#speakers.addProducer({ producerId }), this.#levels.addProducer({ producerId })]);
  }
}
