/** What the event loop does next; taken when this is loaded, so that a test runner's own fake timers do not stop it. */
const nextTurn: (callback: () => void) => void =
  (globalThis as { setImmediate?: (callback: () => void) => void }).setImmediate ??
  ((callback) => void nextTimer(callback, 0));
const nextTimer = globalThis.setTimeout;

/**
 * Waits until every promise that can settle without time or the outside world has done so: microtasks
 * all run before the event loop takes its next turn.
 */
export function settled(): Promise<void> {
  return new Promise((resolve) => nextTurn(resolve));
}
