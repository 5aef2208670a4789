import type { Demand, DemandHandle } from '../../../src/engine/index.ts';

/** Takes the place of a room's `subscribeDemand`, and remembers what is asked of it. */
export class RecordedDemands {
  /** How many demands were ever made. */
  made = 0;
  readonly #demands = new Set<Demand>();

  /** What is asked for now. */
  get current(): Demand[] {
    return [...this.#demands];
  }

  readonly subscribeDemand = (demand: Demand): DemandHandle => {
    this.made += 1;
    const own = { ...demand };
    this.#demands.add(own);
    return {
      update: (change) => void Object.assign(own, change),
      release: () => void this.#demands.delete(own),
    };
  };
}
