import type { RtpCapabilities } from '../../../src/protocol/index.ts';
import type { ProbeMedia, ProbeMediaServer } from '../connectionTests/ProbeMedia.ts';
import type { MediaServer, RoomMedia, RoomMediaEvents } from '../rooms/RoomMedia.ts';
import { type Bitrates, MediaStats } from './MediaStats.ts';
import { MediasoupProbe } from './MediasoupProbe.ts';
import { MediasoupRoom } from './MediasoupRoom.ts';
import { mediaCodecs, routerCapabilities } from './mediaCodecs.ts';
import { type PooledWorker, WorkerPool, type WorkerPoolOptions } from './WorkerPool.ts';

/** Loud enough to count as heard, in dBov. */
const HEARD_FROM_DBOV = -60;
/** The most people whose levels are told at a time; nobody follows more voices. */
const LEVELS_AT_A_TIME = 20;
const LEVELS_INTERVAL_MS = 200;
const SPEAKER_INTERVAL_MS = 300;

/** The media of all rooms, on mediasoup: a router for each room, on the worker that has the fewest. */
export class MediasoupServer implements MediaServer, ProbeMediaServer {
  readonly rtpCapabilities: RtpCapabilities = routerCapabilities();
  readonly #pool: WorkerPool;
  readonly #stats: MediaStats;

  private constructor(pool: WorkerPool, stats: MediaStats) {
    this.#pool = pool;
    this.#stats = stats;
  }

  /** @throws `StartupError` when the workers cannot run. */
  static async start(options: WorkerPoolOptions): Promise<MediasoupServer> {
    const stats = new MediaStats();
    try {
      const pool = await WorkerPool.start({ ...options, onWorker: (worker) => stats.watch(worker) });
      return new MediasoupServer(pool, stats);
    } catch (error) {
      stats.close();
      throw error;
    }
  }

  /** The workers that run. */
  get workers(): readonly PooledWorker[] {
    return this.#pool.workers;
  }

  /** How many workers have died so far. */
  get deaths(): number {
    return this.#pool.deaths;
  }

  /** What goes between clients and workers, sampled. */
  get bitrates(): Bitrates {
    return this.#stats.bitrates;
  }

  /** The processor time that each worker has used since it began, in seconds. Rejects when one does not answer. */
  loads(): Promise<{ index: number; cpuSecs: number }[]> {
    return Promise.all(
      this.workers.map(async ({ index, worker }) => {
        const { ru_utime, ru_stime } = await worker.getResourceUsage();
        return { index, cpuSecs: (ru_utime + ru_stime) / 1000 };
      }),
    );
  }

  async openRoom(events: RoomMediaEvents): Promise<RoomMedia> {
    const host = await this.#pool.takeLeastLoaded();
    try {
      const router = await host.worker.createRouter({ mediaCodecs });
      const [speakers, levels] = await Promise.all([
        router.createActiveSpeakerObserver({ interval: SPEAKER_INTERVAL_MS }),
        router.createAudioLevelObserver({
          interval: LEVELS_INTERVAL_MS,
          threshold: HEARD_FROM_DBOV,
          maxEntries: LEVELS_AT_A_TIME,
        }),
      ]);
      const onClose = () => {
        host.rooms -= 1;
      };
      return new MediasoupRoom({ router, speakers, levels, webRtcServer: host.webRtcServer, events, onClose });
    } catch (error) {
      host.rooms -= 1;
      throw error;
    }
  }

  async openProbe(): Promise<ProbeMedia> {
    const host = await this.#pool.takeLeastLoaded();
    try {
      const router = await host.worker.createRouter();
      router.observer.once('close', () => {
        host.rooms -= 1;
      });
      return new MediasoupProbe(router, host.webRtcServer);
    } catch (error) {
      host.rooms -= 1;
      throw error;
    }
  }

  /** Ends all workers. Idempotent. */
  close(): void {
    this.#stats.close();
    this.#pool.close();
  }
}
