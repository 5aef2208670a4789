import { afterEach, expect, it, vi } from 'vitest';
import { browserDeviceStorage } from '../../../../src/media/index.ts';

afterEach(() => void vi.unstubAllGlobals());

it('keeps in the browser’s storage', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('document', {});
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  expect(browserDeviceStorage.getItem('x')).toBeNull();
  browserDeviceStorage.setItem('x', 'y');
  expect(browserDeviceStorage.getItem('x')).toBe('y');
});

it('touches nothing outside a browser', () => {
  const touched = vi.fn();
  vi.stubGlobal('document', undefined);
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: touched });
  expect(browserDeviceStorage.getItem('x')).toBeNull();
  browserDeviceStorage.setItem('x', 'y');
  expect(touched).not.toHaveBeenCalled();
  Reflect.deleteProperty(globalThis, 'localStorage');
});
