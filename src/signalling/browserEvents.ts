/** What a browser tells of the network beside `online`; few do. See https://wicg.github.io/netinfo/ */
interface NetworkInformation extends EventTarget {
  /** `wifi`, `cellular`, …; missing on desktops. */
  readonly type?: string;
}

/**
 * Calls back when now is a good moment to try again: the network is back, or the page goes on after it was hidden,
 * frozen or asleep, when its timers are late.
 *
 * @returns Undoes it.
 */
export function onWake(callback: () => void): () => void {
  const { signal, undo } = listening();
  globalThis.addEventListener?.('online', callback, { signal });
  globalThis.addEventListener?.('pageshow', callback, { signal });
  const { document } = globalThis;
  document?.addEventListener('resume', callback, { signal });
  document?.addEventListener('visibilitychange', () => !document.hidden && callback(), { signal });
  return undo;
}

/**
 * Calls back when the machine has another network than before: whatever went over the old one may lead nowhere.
 *
 * @returns Undoes it.
 */
export function onNetworkChange(callback: () => void): () => void {
  const { signal, undo } = listening();
  globalThis.addEventListener?.('online', callback, { signal });
  const network = (globalThis.navigator as { connection?: NetworkInformation } | undefined)?.connection;
  let type = network?.type;
  // It also tells of each new guess of the speed.
  const compare = () => {
    if (network?.type === type) return;
    type = network?.type;
    callback();
  };
  network?.addEventListener?.('change', compare, { signal });
  return undo;
}

/** Calls back when the machine has no network. @returns Undoes it. */
export function onOffline(callback: () => void): () => void {
  const { signal, undo } = listening();
  globalThis.addEventListener?.('offline', callback, { signal });
  return undo;
}

function listening(): { signal: AbortSignal; undo: () => void } {
  const abort = new AbortController();
  return { signal: abort.signal, undo: () => abort.abort() };
}
