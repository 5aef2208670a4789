'use client';
import { useEffect } from 'react';
import type { LocalDevices } from '../engine/DeviceState.ts';
import { useRoomStore } from './RoomContext.ts';
import { useRoomState } from './useRoomState.ts';

/** A part of the devices' state, whose lists and permissions are kept up to date while this is mounted. */
export function useWatchedDevices<Part>(select: (devices: LocalDevices) => Part): Part {
  const { commands } = useRoomStore();
  useEffect(() => commands.devices.watch(), [commands]);
  return useRoomState('devices', ({ devices }) => select(devices));
}
