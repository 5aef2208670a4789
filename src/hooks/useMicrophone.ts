'use client';
import { type Device, useDevice } from './useDevice.ts';

/** Your microphone: whether it is on, why not, and the props of a toggle button. Works before the room is connected, too. */
export function useMicrophone(): Device {
  return useDevice('microphone');
}
