'use client';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Loadable } from './Loadable.ts';

const nothing = () => null;

/**
 * Code that is fetched when it is first wanted; null until it is there.
 *
 * @param onFail - Called when it cannot be fetched: what waits for it should be closed, so that it can be opened again.
 */
export function useLoaded<Module>(code: Loadable<Module>, wanted: boolean, onFail: () => void): Module | null {
  const module = useSyncExternalStore(code.subscribe, code.get, nothing);
  const failed = useEffectEvent(onFail);
  const missing = wanted && module === null;
  useEffect(() => {
    if (!missing) return;
    let waiting = true;
    code.load().catch(() => waiting && failed());
    return () => {
      waiting = false;
    };
  }, [code, missing]);
  return module;
}
