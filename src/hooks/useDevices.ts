'use client';
import type { DeviceInfo } from '../media/index.ts';
import { useWatchedDevices } from './useWatchedDevices.ts';

/** All devices of this machine. Their names are empty until the person has allowed one of the kind. */
export interface DeviceList {
  readonly microphones: readonly DeviceInfo[];
  readonly cameras: readonly DeviceInfo[];
  /** Empty where only the system can choose a speaker. */
  readonly speakers: readonly DeviceInfo[];
}

/** All devices of this machine, now and whenever one is plugged in or out. Asks for no permission. */
export function useDevices(): DeviceList {
  return {
    microphones: useWatchedDevices(({ microphone }) => microphone.available),
    cameras: useWatchedDevices(({ camera }) => camera.available),
    speakers: useWatchedDevices(({ speaker }) => speaker.available),
  };
}
