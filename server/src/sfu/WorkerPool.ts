import { isIPv6 } from 'node:net';
import * as mediasoup from 'mediasoup';
import type { Log } from '../rooms/Log.ts';
import { StartupError } from '../StartupError.ts';
import { leastLoaded } from './leastLoaded.ts';
import type { ListenAddress } from './listenAddress.ts';
import { WorkerLoad } from './WorkerLoad.ts';

/** How long to wait before the next try when a worker cannot be replaced at once. */
const RETRY_MS = 1_000;
const MEASURED_EVERY_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A worker process with its one port of media. */
export interface PooledWorker {
  /** Its place among the workers; another that replaces it has the same. */
  readonly index: number;
  readonly worker: mediasoup.types.Worker;
  readonly webRtcServer: mediasoup.types.WebRtcServer;
  readonly load: WorkerLoad;
  /** Routers on it. */
  rooms: number;
}

/** What a pool of workers is made with. */
export interface WorkerPoolOptions {
  workerBin: string;
  /** How many workers. */
  size: number;
  /** One for each family of addresses. */
  listen: readonly ListenAddress[];
  /** The port of the first worker; 0: any free one for each. */
  rtcPort: number;
  log: Log;
  /** Told of every worker before anything is made on it. */
  onWorker?: (worker: mediasoup.types.Worker) => void;
}

/** The worker processes, one for each core. One that dies is replaced; what it carried is lost. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #slots: (PooledWorker | null)[] = [];
  readonly #replacements = new Set<Promise<void>>();
  readonly #measuring: NodeJS.Timeout;
  #retry: NodeJS.Timeout | null = null;
  #closed = false;
  #deaths = 0;

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#measuring = setInterval(() => this.#measure(), MEASURED_EVERY_MS).unref();
  }

  /** @throws {@link StartupError} when a worker does not start or its port is taken. */
  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    try {
      await Promise.all(Array.from({ length: options.size }, (_, index) => pool.#spawn(index)));
      return pool;
    } catch (cause) {
      pool.close();
      throw new StartupError(
        `A mediasoup worker did not start (${(cause as Error).message}): see that the ports from PARLOUR_RTC_PORT on are free.`,
        { cause },
      );
    }
  }

  /** The workers that run. */
  get workers(): PooledWorker[] {
    return this.#slots.filter((slot) => slot !== null);
  }

  /** How many have died so far. */
  get deaths(): number {
    return this.#deaths;
  }

  /** Puts a router on the least loaded worker; if all have just died, on the first that is there again. */
  async takeLeastLoaded(): Promise<PooledWorker> {
    if (this.workers.length === 0 && this.#replacements.size > 0) await Promise.race(this.#replacements);
    const taken = this.takeOther(new Set());
    if (!taken) throw new Error('No mediasoup worker runs at the moment: they could not be restarted yet.');
    return taken;
  }

  /** Puts a router on the least loaded of the workers besides these; null when there is no other. */
  takeOther(besides: ReadonlySet<PooledWorker>): PooledWorker | null {
    const least = leastLoaded(this.workers.filter((worker) => !besides.has(worker)));
    // Counted before anything is made: rooms that open in the same tick spread out.
    if (least) least.rooms += 1;
    return least;
  }

  /** Ends all workers and what they carry. Idempotent. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#measuring);
    if (this.#retry) clearTimeout(this.#retry);
    for (const { worker } of this.workers) worker.close();
    this.#slots.length = 0;
  }

  async #spawn(index: number): Promise<void> {
    const { workerBin, listen, rtcPort, log } = this.#options;
    const worker = await deafToSignals(() => mediasoup.createWorker({ workerBin, logLevel: 'warn' }));
    this.#options.onWorker?.(worker);
    try {
      const port = rtcPort === 0 ? 0 : rtcPort + index;
      const webRtcServer = await worker.createWebRtcServer({
        listenInfos: listen.flatMap((address) =>
          (['udp', 'tcp'] as const).map((protocol) => ({
            protocol,
            ...address,
            port,
            // Else a socket for all of IPv6 takes the port of IPv4 with it.
            ...(isIPv6(address.ip) && { flags: { ipv6Only: true } }),
          })),
        ),
      });
      if (this.#closed) return worker.close();
      this.#slots[index] = { index, worker, webRtcServer, load: new WorkerLoad(), rooms: 0 };
    } catch (error) {
      worker.close();
      throw error;
    }
    worker.once('died', (error) => {
      log.error(
        { err: error, pid: worker.pid },
        'A mediasoup worker died: all whom it carried have to come back; another takes its place.',
      );
      this.#deaths += 1;
      this.#slots[index] = null;
      this.#replace(index);
    });
  }

  #measure(): void {
    for (const { worker, load } of this.workers) {
      worker.getResourceUsage().then(
        (usage) => load.measured(usage, performance.now()),
        // One that dies has no load any more.
        () => undefined,
      );
    }
  }

  #replace(index: number): void {
    if (this.#closed) return;
    const replacement = this.#spawn(index).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'A mediasoup worker could not be replaced; trying again.');
      this.#retry = setTimeout(() => this.#replace(index), RETRY_MS).unref();
    });
    this.#replacements.add(replacement);
    void replacement.then(() => this.#replacements.delete(replacement));
  }
}

/**
 * mediasoup ends its workers by itself as soon as a signal arrives. Ours must outlive it for a moment: the server first
 * tells everybody, then closes them.
 */
function deafToSignals<T>(start: () => T): T {
  const before = SIGNALS.map((signal) => process.listeners(signal));
  const started = start();
  SIGNALS.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.includes(listener)) process.removeListener(signal, listener);
    }
  });
  return started;
}
