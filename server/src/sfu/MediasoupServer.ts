import type { RtpCapabilities } from '../../../src/protocol/index.ts';
import type { ProbeMedia, ProbeMediaServer } from '../connectionTests/ProbeMedia.ts';
import type { MediaServer, RoomMedia, RoomMediaEvents } from '../rooms/RoomMedia.ts';
import { type Bitrates, MediaStats } from './MediaStats.ts';
import { MediasoupProbe } from './MediasoupProbe.ts';
import { MediasoupRoom } from './MediasoupRoom.ts';
import { routerCapabilities } from './mediaCodecs.ts';
import { type PooledWorker, WorkerPool, type WorkerPoolOptions } from './WorkerPool.ts';

interface MediasoupServerOptions extends WorkerPoolOptions {
  /** So many people of one room share a worker before the room takes another one. */
  participantsPerWorker: number;
}

/** The media of all rooms, on mediasoup: each begins on the least loaded worker, and large ones go on on others. */
export class MediasoupServer implements MediaServer, ProbeMediaServer {
  readonly rtpCapabilities: RtpCapabilities = routerCapabilities();
  readonly #pool: WorkerPool;
  readonly #stats: MediaStats;
  readonly #participantsPerWorker: number;

  private constructor(pool: WorkerPool, stats: MediaStats, participantsPerWorker: number) {
    this.#pool = pool;
    this.#stats = stats;
    this.#participantsPerWorker = participantsPerWorker;
  }

  /** @throws `StartupError` when the workers cannot run. */
  static async start({ participantsPerWorker, ...options }: MediasoupServerOptions): Promise<MediasoupServer> {
    const stats = new MediaStats();
    try {
      const pool = await WorkerPool.start({ ...options, onWorker: (worker) => stats.watch(worker) });
      return new MediasoupServer(pool, stats, participantsPerWorker);
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
    return new MediasoupRoom({ pool: this.#pool, participantsPerWorker: this.#participantsPerWorker, events });
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
