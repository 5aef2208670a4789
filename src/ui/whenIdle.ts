/** Milliseconds after which it is not waited for any longer. */
const LONGEST_BUSY = 1000;

/** Until the page has time. Safari cannot tell when it is idle. */
export const whenIdle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: LONGEST_BUSY });
    else setTimeout(resolve);
  });
