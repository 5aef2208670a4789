import type { Browser } from '@playwright/test';

/** How long a process must rest, in milliseconds. */
const REST = 250;

/** What a process at rest may take of that, in seconds: timers, and the question itself. */
const RESTING = 0.005;

/**
 * Waits until no more than so many of the browser's pages are doing anything. With each window Chromium loads pages of its
 * own, as the list below its address bar; that takes a second of the processor on which joins are measured here, and is
 * long over when a person clicks.
 */
export async function untilCalm(browser: Browser, pages: number): Promise<void> {
  const cdp = await browser.newBrowserCDPSession();
  const spent = async () => {
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
  };
  for (let before = await spent(), busy = Number.POSITIVE_INFINITY; busy > pages; ) {
    await new Promise((resolve) => setTimeout(resolve, REST));
    const now = await spent();
    busy = [...now].filter(([id, time]) => time - (before.get(id) ?? 0) > RESTING).length;
    before = now;
  }
  await cdp.detach();
}
