/** Loads this close are the same: what somebody will cost is not known before it is there. */
const SAME_LOAD = 0.05;

interface Loaded {
  /** Share of a core. */
  readonly load: { readonly share: number };
  /** Routers on it. */
  readonly rooms: number;
}

/** The one with the most CPU left; of those that are as good as equal, the one with the fewest rooms. */
export function leastLoaded<W extends Loaded>(workers: readonly W[]): W | null {
  const least = Math.min(...workers.map(({ load }) => load.share));
  const idle = workers.filter(({ load }) => load.share <= least + SAME_LOAD);
  const [first, ...others] = idle;
  return others.reduce((chosen, worker) => (chosen && worker.rooms < chosen.rooms ? worker : chosen), first ?? null);
}
