/** Longest delay that a timer takes; a token outlives it only by misuse. */
const LONGEST_MS = 2 ** 31 - 1;
/** What is further away is looked at by the second. */
const FAR_MS = 60_000;
const SECOND = 1_000;

/**
 * How long a timer runs that ends what has so much time left, in milliseconds.
 *
 * Node keeps a list for each length that an unreferenced timer ever had, until that time has gone by, also when the timer
 * is cleared (`unenroll` in `lib/internal/timers.js`). With lengths to the millisecond everybody who came and went would
 * leave two of them behind for as long as the token was good.
 */
export function expiryDelay(leftMs: number): number {
  const left = leftMs > FAR_MS ? Math.ceil(leftMs / SECOND) * SECOND : leftMs;
  return Math.min(Math.max(left, 0), LONGEST_MS);
}
