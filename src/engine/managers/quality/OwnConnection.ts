import type { TrackStats } from '../../../media/index.ts';
import type { QualityLevel } from '../../../protocol/index.ts';
import type { Environment } from '../../Environment.ts';
import type { ConnectionQualities } from './ConnectionQualities.ts';
import { SteadyLevel } from './SteadyLevel.ts';
import type { TrackMonitor } from './TrackMonitor.ts';

interface Dependencies {
  readonly monitor: Pick<TrackMonitor, 'watch' | 'tracks'>;
  readonly qualities: Pick<ConnectionQualities, 'handleMeasured'>;
  readonly environment: Pick<Environment, 'now'>;
}

/** Measures our own connection while somebody asks for it: the worse of what we send and what we receive. */
export class OwnConnection {
  readonly #to: Dependencies;
  #asking = 0;
  #undo: (() => void)[] = [];
  #steady = new SteadyLevel();

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** @returns Undoes it; after the last one nothing is measured. */
  watch(): () => void {
    this.#asking += 1;
    if (this.#asking === 1) {
      this.#undo = (['send', 'receive'] as const).map((direction) =>
        this.#to.monitor.watch(direction, () => this.#measure()),
      );
    }
    let undone = false;
    return () => {
      if (undone) return;
      undone = true;
      this.#asking -= 1;
      if (this.#asking === 0) this.#stop();
    };
  }

  #stop(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#steady = new SteadyLevel();
    this.#to.qualities.handleMeasured(null);
  }

  #measure(): void {
    const { monitor, qualities, environment } = this.#to;
    const level = Math.min(meanOf(monitor.tracks('send')), meanOf(monitor.tracks('receive'))) as QualityLevel;
    this.#steady.add(level, environment.now());
    qualities.handleMeasured(this.#steady.level);
  }
}

/** Of all that flows: one stream that is bad by its own sender does not make the connection bad. */
function meanOf(tracks: readonly TrackStats[]): number {
  const flowing = tracks.filter(({ packets }) => packets > 0);
  if (flowing.length === 0) return 5;
  return Math.round(flowing.reduce((sum, { quality }) => sum + quality, 0) / flowing.length);
}
