'use client';
import type { DevicePermission } from '../media/index.ts';
import { useWatchedDevices } from './useWatchedDevices.ts';

/** Whether the page may use a device: see {@link DevicePermission}. */
export interface Permissions {
  readonly microphone: DevicePermission;
  readonly camera: DevicePermission;
}

/** Whether the page may use microphone and camera, also after the person has changed it. Asks for nothing by itself. */
export function usePermissions(): Permissions {
  return {
    microphone: useWatchedDevices(({ microphone }) => microphone.permission),
    camera: useWatchedDevices(({ camera }) => camera.permission),
  };
}
