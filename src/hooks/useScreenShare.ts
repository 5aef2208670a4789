'use client';
import { initialDevice } from '../engine/initialState.ts';
import { type Device, deviceOf } from './deviceOf.ts';
import { useRoomStore } from './RoomContext.ts';
import { useCensorship } from './useCensorship.ts';
import { useRoomState } from './useRoomState.ts';

/**
 * Sharing your screen: whether it is on, why not, and the props of a toggle button. To be used in a connected room.
 *
 * @param key - The stream that it is shared as; several screens have several keys. @default 'presentation'
 */
export function useScreenShare(key = 'presentation'): Device {
  const { devices } = useRoomStore().commands;
  const state = useRoomState('devices', ({ devices: { screen, screens } }) =>
    key === 'presentation' ? screen : (screens.get(key) ?? initialDevice),
  );
  const censored = useCensorship(key === 'presentation' ? 'presentation' : 'video');
  return deviceOf(state, key === 'presentation' ? devices.screen : devices.screenShare(key), censored);
}
