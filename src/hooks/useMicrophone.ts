'use client';
import { choiceOf, type DeviceSelection } from './choiceOf.ts';
import { type Device, deviceOf } from './deviceOf.ts';
import { useRoomStore } from './RoomContext.ts';
import { useCensorship } from './useCensorship.ts';
import { useWatchedDevices } from './useWatchedDevices.ts';

/**
 * Your microphone: whether it is on, why not, which one it is, and the props of a toggle button and of a menu. Works
 * before the room is connected, too.
 */
export function useMicrophone(): Device & DeviceSelection {
  const { microphone } = useRoomStore().commands.devices;
  const state = useWatchedDevices((devices) => devices.microphone);
  const censored = useCensorship('audio');
  return { ...deviceOf(state, microphone, censored), ...choiceOf(state, (deviceId) => microphone.choose(deviceId)) };
}
