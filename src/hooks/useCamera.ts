'use client';
import { choiceOf, type DeviceSelection } from './choiceOf.ts';
import { type Device, deviceOf } from './deviceOf.ts';
import { useRoomStore } from './RoomContext.ts';
import { useCensorship } from './useCensorship.ts';
import { useWatchedDevices } from './useWatchedDevices.ts';

/**
 * Your camera: whether it is on, why not, which one it is, and the props of a toggle button and of a menu. Works before
 * the room is connected, too.
 */
export function useCamera(): Device & DeviceSelection {
  const { camera } = useRoomStore().commands.devices;
  const state = useWatchedDevices((devices) => devices.camera);
  const censored = useCensorship('video');
  return { ...deviceOf(state, camera, censored), ...choiceOf(state, (deviceId) => camera.choose(deviceId)) };
}
