'use client';
import { useEffect, useRef } from 'react';
import { useRoomStore } from '../../hooks/index.ts';

type Held = 'microphone' | 'camera';
const KINDS: readonly Held[] = ['microphone', 'camera'];
/** A device that does not open is told of where problems are. */
const nothing = () => {};

/**
 * Keeps our devices off for as long as it holds. Afterwards the microphone and the camera are on again if they were;
 * a screen has to be chosen anew.
 */
export function useHeldDevices(hold: boolean): { readonly forget: () => void } {
  const { getState, commands } = useRoomStore();
  const held = useRef(new Set<Held>());

  useEffect(() => {
    const { devices } = commands;
    if (hold) {
      const state = getState().devices;
      for (const kind of KINDS) {
        if (state[kind].status !== 'on' && state[kind].status !== 'starting') continue;
        held.current.add(kind);
        void devices[kind].disable().catch(nothing);
      }
      if (state.screen.status !== 'off') void devices.screen.disable().catch(nothing);
      for (const key of state.screens.keys()) void devices.screenShare(key).disable().catch(nothing);
      return;
    }
    for (const kind of held.current) void devices[kind].enable().catch(nothing);
    held.current.clear();
  }, [hold, commands, getState]);

  return { forget: () => held.current.clear() };
}
