'use client';
import type { VideoProcessor } from '../media/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { type DeviceEffect, useEffectOf } from './useEffectOf.ts';

/**
 * The effect on your camera. Works before the room is connected, too.
 *
 * @example
 * const { name, setEffect } = useVideoEffect();
 * <button aria-pressed={name === 'background-blur'} onClick={async () => {
 *   const { backgroundBlur } = await import('parlour/effects');
 *   await setEffect(backgroundBlur());
 * }}>Blur</button>
 */
export function useVideoEffect(): DeviceEffect<VideoProcessor> {
  const { devices } = useRoomStore().commands;
  return useEffectOf<VideoProcessor>('video', (processor, options) => devices.setVideoEffect(processor, options));
}
