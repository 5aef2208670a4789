import type { Environment } from '../../Environment.ts';

/** One timer for all that waits: it rings when the first of it is due. */
export class Wakeup {
  readonly #environment: Pick<Environment, 'now' | 'setTimer'>;
  readonly #ring: () => void;
  #timer: { readonly due: number; readonly undo: () => void } | null = null;

  constructor(environment: Pick<Environment, 'now' | 'setTimer'>, ring: () => void) {
    this.#environment = environment;
    this.#ring = ring;
  }

  /** @param due - By the environment's clock; null: nothing waits. */
  at(due: number | null): void {
    if (due === null || (this.#timer && this.#timer.due <= due)) return;
    this.#timer?.undo();
    const undo = this.#environment.setTimer(Math.max(0, due - this.#environment.now()), () => {
      this.#timer = null;
      this.#ring();
    });
    this.#timer = { due, undo };
  }

  close(): void {
    this.#timer?.undo();
    this.#timer = null;
  }
}
