import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onNetworkChange, onOffline, onWake } from '../../../src/signalling/browserEvents.ts';
import { waitForRetry } from '../../../src/signalling/waitForRetry.ts';

/** A browser's globals, as far as they are listened to; `heard` counts what was told. */
function stubBrowser() {
  const page = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  const connection = Object.assign(new EventTarget(), { type: 'wifi' });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('document', document);
  vi.stubGlobal('navigator', { connection });
  const tell = (target: EventTarget, event: string) => target.dispatchEvent(new Event(event));
  return { page, document, connection, tell };
}

let browser: ReturnType<typeof stubBrowser>;
beforeEach(() => {
  browser = stubBrowser();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a page', () => {
  it('wakes when the network is back, and when somebody looks at it again, and not when it is hidden', () => {
    const { page, document, tell } = browser;
    const woken = vi.fn();
    const undo = onWake(woken);
    tell(page, 'online');
    tell(page, 'pageshow');
    tell(document, 'resume');
    tell(document, 'visibilitychange');
    expect(woken).toHaveBeenCalledTimes(4);
    document.hidden = true;
    tell(document, 'visibilitychange');
    expect(woken).toHaveBeenCalledTimes(4);
    undo();
    tell(page, 'online');
    expect(woken).toHaveBeenCalledTimes(4);
  });

  it('has another network when it is online again, or over another sort of it, and not with each guess of its speed', () => {
    const { page, connection, tell } = browser;
    const changed = vi.fn();
    const undo = onNetworkChange(changed);
    tell(connection, 'change');
    expect(changed).not.toHaveBeenCalled();
    connection.type = 'cellular';
    tell(connection, 'change');
    tell(connection, 'change');
    expect(changed).toHaveBeenCalledOnce();
    tell(page, 'online');
    expect(changed).toHaveBeenCalledTimes(2);
    undo();
    connection.type = 'wifi';
    tell(connection, 'change');
    tell(page, 'online');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('may be without any network', () => {
    const { page, tell } = browser;
    const offline = vi.fn();
    const undo = onOffline(offline);
    tell(page, 'offline');
    undo();
    tell(page, 'offline');
    expect(offline).toHaveBeenCalledOnce();
  });
});

it('outside a browser nothing is ever told', () => {
  vi.unstubAllGlobals();
  for (const listen of [onWake, onNetworkChange, onOffline]) listen(() => {})();
});

describe('the wait for a retry', () => {
  const never = new AbortController().signal;

  it.each(['online', 'visibilitychange'] as const)('ends at once on %s, and takes its timer with it', async (event) => {
    const { page, document, tell } = browser;
    const undoTimer = vi.fn();
    const waiting = waitForRetry(10_000, never, () => undoTimer);
    tell(event === 'online' ? page : document, event);
    await waiting;
    expect(undoTimer).toHaveBeenCalledOnce();
  });

  it('ends with its time, and when it is called off', async () => {
    let ring = () => {};
    const waiting = waitForRetry(10_000, never, (_delay, callback) => {
      ring = callback;
      return () => {};
    });
    ring();
    await waiting;
    const abort = new AbortController();
    const other = waitForRetry(10_000, abort.signal, () => () => {});
    abort.abort();
    await other;
    await waitForRetry(10_000, abort.signal);
    await waitForRetry(0, never);
  });
});
