/** What a retry may depend on. */
export interface Retry {
  /** How many have failed in a row. */
  readonly retryCount: number;
  /** Milliseconds since the connection broke. */
  readonly elapsedMs: number;
}

const FIRST_MS = 250;
const LONGEST_MS = 10_000;
/** Nobody waits longer than this for a call to come back. */
const GIVE_UP_MS = 15 * 60_000;

/**
 * How long to wait before the next try: the first comes at once, then 0.25 s doubled each time up to 10 s, each
 * shortened by up to half at random, so that a thousand people do not come back in the same moment. Null gives
 * up, after a quarter of an hour.
 *
 * @param random - Between 0 and 1.
 */
export function nextRetryDelayInMs({ retryCount, elapsedMs }: Retry, random: number = Math.random()): number | null {
  if (elapsedMs >= GIVE_UP_MS) return null;
  if (retryCount === 0) return 0;
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (retryCount - 1)) * (1 - random / 2);
}
