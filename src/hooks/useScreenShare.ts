'use client';
import { type Device, useDevice } from './useDevice.ts';

/** Sharing your screen: whether it is on, why not, and the props of a toggle button. Works in a connected room only. */
export function useScreenShare(): Device {
  return useDevice('screen');
}
