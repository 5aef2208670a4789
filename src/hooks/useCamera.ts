'use client';
import { type Device, useDevice } from './useDevice.ts';

/** Your camera: whether it is on, why not, and the props of a toggle button. Works before the room is connected, too. */
export function useCamera(): Device {
  return useDevice('camera');
}
