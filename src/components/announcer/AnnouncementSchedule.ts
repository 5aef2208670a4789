import type { State } from '../../engine/index.ts';

/** What happens together is said together. */
const GATHER_MS = 500;
/** At least this long between two announcements, or a screen reader does nothing else in a lively room. */
const INTERVAL_MS = 3000;

interface Dependencies {
  readonly getState: () => State;
  /** Says what lies between two states; true: something was said. */
  readonly say: (before: State, after: State) => boolean;
}

/** When to look at what has changed. A change costs nothing but a timer, however large the room is. */
export class AnnouncementSchedule {
  readonly #to: Dependencies;
  #before: State;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    this.#before = dependencies.getState();
  }

  /** Something may have changed. */
  changed(): void {
    const wait = Math.max(GATHER_MS, this.#saidAt + INTERVAL_MS - performance.now());
    this.#timer ??= setTimeout(() => this.#look(), wait);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    this.#timer = undefined;
    const before = this.#before;
    const after = this.#to.getState();
    // What is missed while the connection is being mended is said when it stands again.
    if (after.status === 'reconnecting') return;
    this.#before = after;
    // Who is there when we come has not just come.
    const inRoom = before.status === 'connected' && after.status === 'connected';
    if (inRoom && this.#to.say(before, after)) this.#saidAt = performance.now();
  }
}
