'use client';
import type { AudioProcessor } from '../media/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { type DeviceEffect, useEffectOf } from './useEffectOf.ts';

/** The effect on your microphone, `noiseSuppression()` of `parlour/effects` say. Works before the room is connected, too. */
export function useAudioEffect(): DeviceEffect<AudioProcessor> {
  const { devices } = useRoomStore().commands;
  return useEffectOf<AudioProcessor>('audio', (processor, options) => devices.setAudioEffect(processor, options));
}
