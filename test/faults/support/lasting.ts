import { expect } from '@playwright/test';

/** How long a fault goes on: the one thing here that time decides. */
export async function lasting(ms: number): Promise<void> {
  const end = Date.now() + ms;
  await expect.poll(() => Date.now() >= end, { timeout: ms + 5_000, intervals: [250] }).toBe(true);
}
