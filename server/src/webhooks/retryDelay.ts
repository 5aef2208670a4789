const FIRST_DELAY_MS = 5_000;
const GROWTH = 3;
const LONGEST_DELAY_MS = 6 * 3_600_000;

/**
 * How long to wait after so many failed attempts, in milliseconds: 5 s, 15 s, 45 s, … up to 6 hours, each up to a
 * quarter more or less by chance, so that what failed together does not come back together.
 */
export function retryDelayMs(failedAttempts: number, random: () => number = Math.random): number {
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * GROWTH ** (failedAttempts - 1));
  return Math.round(delay * (0.75 + random() / 2));
}
