import { type MediaSession, readPath, TrackRates } from '../../../media/index.ts';
import type { Environment } from '../../Environment.ts';
import type { History } from './History.ts';

type Direction = 'send' | 'receive';

/** Milliseconds between samples. One reading takes 1 ms with ten tracks and 3 ms with a hundred. */
const SAMPLE_INTERVAL = 10_000;

interface Dependencies {
  readonly stats: MediaSession['stats'];
  readonly history: Pick<History, 'add'>;
  readonly environment: Pick<Environment, 'setTimer'>;
}

/** Writes down now and then how both transports do. */
export class StatsSampler {
  readonly #to: Dependencies;
  readonly #rates: Record<Direction, TrackRates>;
  #undoTimer: () => void;
  #closed = false;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    this.#rates = { send: new TrackRates(), receive: new TrackRates() };
    this.#undoTimer = this.#next();
  }

  close(): void {
    this.#closed = true;
    this.#undoTimer();
  }

  #next(): () => void {
    return this.#to.environment.setTimer(SAMPLE_INTERVAL, () => {
      void Promise.all([this.#sample('send'), this.#sample('receive')]).then(() => {
        if (!this.#closed) this.#undoTimer = this.#next();
      });
    });
  }

  async #sample(direction: Direction): Promise<void> {
    const stats = this.#to.stats[direction];
    const report = await stats.read();
    const path = report && readPath(report);
    if (this.#closed || !report || !path) return;
    const tracks = [...this.#rates[direction].update(report, path).values()];
    const flowing = tracks.filter(({ packets }) => packets > 0);
    this.#to.history.add('stats', {
      direction,
      ice: path.iceState,
      dtls: path.dtlsState,
      protocol: path.protocol,
      relayed: path.relayed,
      roundTripTime: path.roundTripTime === null ? null : Math.round(path.roundTripTime),
      tracks: flowing.length,
      kilobits: Math.round(flowing.reduce((sum, { bitrate }) => sum + bitrate, 0) / 1000),
      worstLoss: Math.round(Math.max(0, ...flowing.map(({ packetLoss }) => packetLoss)) * 1000) / 1000,
      worstQuality: Math.min(5, ...flowing.map(({ quality }) => quality)),
    });
  }
}
