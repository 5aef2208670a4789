/**
 * Waits until every promise that can settle without time or the outside world has done so: microtasks
 * all run before the event loop takes its next turn.
 */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
