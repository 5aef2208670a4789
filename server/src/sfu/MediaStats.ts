import type { types } from 'mediasoup';

/** Transports whose bitrates are asked for at a time. Each is a question to a worker, which has media to carry. */
const SAMPLE_SIZE = 50;
const SAMPLE_INTERVAL_MS = 500;

/** Bits a second, all transports together. */
export interface Bitrates {
  /** From the participants. */
  received: number;
  /** To the participants. */
  sent: number;
}

/** What is used of a worker of mediasoup. */
export interface WatchedWorker {
  readonly observer: Pick<types.WorkerObserver, 'on'>;
}

type MeasuredTransport = Pick<types.WebRtcTransport, 'getStats' | 'closed'>;

const NOTHING: Bitrates = { received: 0, sent: 0 };

/**
 * The bitrates of all WebRTC transports. A few are asked each time, in turns, and the latest answer of each counts: a
 * thousand of them cost no more than fifty, their sum is then at most ten seconds old.
 */
export class MediaStats {
  /** In the order in which they were asked, the longest ago first. */
  readonly #latest = new Map<MeasuredTransport, Bitrates>();
  readonly #timer: NodeJS.Timeout;
  #sampling: Promise<void> | null = null;

  constructor() {
    this.#timer = setInterval(() => void this.sample(), SAMPLE_INTERVAL_MS).unref();
  }

  /** Counts all that is made on a worker from now on. */
  watch(worker: WatchedWorker): void {
    worker.observer.on('newrouter', (router) => {
      router.observer.on('newtransport', (transport) => {
        // Pipes and recordings stay on this machine.
        if (transport.type !== 'webrtc') return;
        this.#latest.set(transport as types.WebRtcTransport, NOTHING);
        transport.observer.once('close', () => this.#latest.delete(transport as types.WebRtcTransport));
      });
    });
  }

  get bitrates(): Bitrates {
    const sum = { ...NOTHING };
    for (const { received, sent } of this.#latest.values()) {
      sum.received += received;
      sum.sent += sent;
    }
    return sum;
  }

  /** Asks the next few. While a sample is on its way there is no other. */
  sample(): Promise<void> {
    this.#sampling ??= this.#askNext().finally(() => {
      this.#sampling = null;
    });
    return this.#sampling;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #askNext(): Promise<void> {
    const next = [...this.#latest.keys()].slice(0, SAMPLE_SIZE);
    await Promise.all(next.map((transport) => this.#ask(transport)));
  }

  async #ask(transport: MeasuredTransport): Promise<void> {
    try {
      const [stats] = await transport.getStats();
      if (transport.closed || !this.#latest.delete(transport)) return;
      this.#latest.set(transport, { received: stats?.recvBitrate ?? 0, sent: stats?.sendBitrate ?? 0 });
    } catch {
      // One that closes meanwhile has no bitrate any more.
    }
  }
}
