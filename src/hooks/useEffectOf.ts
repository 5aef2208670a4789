'use client';
import type { EffectOptions, EffectState } from '../engine/DeviceState.ts';
import type { RoomError } from '../errors/index.ts';
import type { ProcessingCost, TrackProcessor } from '../media/index.ts';
import type { MediaKind } from '../protocol/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { useRoomState } from './useRoomState.ts';

/** The effect on the camera or the microphone, and choosing another one. */
export interface DeviceEffect<Processor extends TrackProcessor> {
  /** The processor's name, such as `background-blur`; null while none is wanted. */
  readonly name: string | null;
  /** True while others see or hear it. */
  readonly active: boolean;
  /** True while it is being started. */
  readonly pending: boolean;
  /** True after it was given up because the machine is too busy. */
  readonly stopped: boolean;
  /** Why it could not be applied. */
  readonly error: RoomError | null;
  /** Null for none. @throws RoomError `effect-failed`, `browser-unsupported`; `error` tells it too. */
  readonly setEffect: (processor: Processor | null, options?: EffectOptions) => Promise<void>;
  /** What it costs at the moment; null while it is not active, or does not tell. It never causes a render. */
  readonly readCost: () => ProcessingCost | null;
}

/** An effect as hooks give it. */
export function useEffectOf<Processor extends TrackProcessor>(
  kind: MediaKind,
  setEffect: DeviceEffect<Processor>['setEffect'],
): DeviceEffect<Processor> {
  const { devices } = useRoomStore().commands;
  const name = kind === 'audio' ? 'microphone' : 'camera';
  const effect: EffectState | undefined = useRoomState('devices', (state) => state.devices[name].effect);
  return {
    name: effect?.name ?? null,
    active: effect?.status === 'on',
    pending: effect?.status === 'starting',
    stopped: effect?.status === 'stopped',
    error: effect?.status === 'failed' ? effect.error : null,
    setEffect,
    readCost: () => devices.effectCost(kind),
  };
}
