import { onWake } from './browserEvents.ts';

/** Calls back after a while. @returns Calls it off. */
type SetTimer = (delayInMs: number, callback: () => void) => () => void;

const browserTimer: SetTimer = (delayInMs, callback) => {
  const timer = setTimeout(callback, delayInMs);
  return () => clearTimeout(timer);
};

/**
 * Waits before a retry; the browser's word that the network is back, or that somebody looks at the page
 * again, ends the wait. Ends early, without an error, when the signal aborts.
 */
export function waitForRetry(delayInMs: number, signal: AbortSignal, setTimer: SetTimer = browserTimer): Promise<void> {
  if (signal.aborted || delayInMs === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      undoTimer();
      undoWake();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const undoTimer = setTimer(delayInMs, end);
    const undoWake = onWake(end);
    signal.addEventListener('abort', end);
  });
}
