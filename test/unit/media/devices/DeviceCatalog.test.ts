import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserDeviceCatalog } from '../../../../src/media/index.ts';
import { settled } from '../../../../src/testing/settled.ts';

/** What a browser has; it tells how often somebody listens. */
class Target extends EventTarget {
  listeners = 0;

  override addEventListener(type: string, listener: EventListener, options: { signal: AbortSignal }): void {
    super.addEventListener(type, listener, options);
    this.listeners += 1;
    options.signal.addEventListener('abort', () => {
      this.listeners -= 1;
    });
  }
}

function browser({ permissions = true } = {}) {
  const mediaDevices = Object.assign(new Target(), { enumerateDevices: async () => [] });
  const camera = Object.assign(new Target(), { state: 'prompt' });
  const query = async ({ name }: { name: string }) => {
    if (name !== 'camera') throw new TypeError('No such permission.');
    return camera;
  };
  vi.stubGlobal('navigator', { mediaDevices, ...(permissions && { permissions: { query } }) });
  return { mediaDevices, camera };
}

afterEach(() => void vi.unstubAllGlobals());

describe('the browser’s devices', () => {
  it('are listened to once, for everybody, as long as somebody wants to know', async () => {
    const { mediaDevices, camera } = browser();
    const listeners = [vi.fn(), vi.fn()];
    const same = vi.fn();
    const undo = [...listeners, same, same].map((listener) => browserDeviceCatalog.watch(listener));
    await settled();
    expect([mediaDevices.listeners, camera.listeners]).toEqual([1, 1]);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    camera.dispatchEvent(new Event('change'));
    expect(listeners.map(({ mock }) => mock.calls.length)).toEqual([2, 2]);
    expect(same).toHaveBeenCalledTimes(4);
    for (const end of undo) end();
    expect([mediaDevices.listeners, camera.listeners]).toEqual([0, 0]);
    browserDeviceCatalog.watch(() => {})();
    await settled();
    expect([mediaDevices.listeners, camera.listeners]).toEqual([0, 0]);
  });

  it('are allowed or not, where the browser tells', async () => {
    browser();
    expect(await browserDeviceCatalog.permission('camera')).toBe('prompt');
    expect(await browserDeviceCatalog.permission('microphone')).toBe('unknown');
    browser({ permissions: false });
    expect(await browserDeviceCatalog.permission('camera')).toBe('unknown');
  });

  it('are none where there is no browser', async () => {
    vi.stubGlobal('navigator', undefined);
    expect(await browserDeviceCatalog.list()).toEqual({ audioinput: [], audiooutput: [], videoinput: [] });
    expect(await browserDeviceCatalog.permission('camera')).toBe('unknown');
    browserDeviceCatalog.watch(() => {})();
  });
});
