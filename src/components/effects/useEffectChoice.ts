'use client';
import { useRef, useState } from 'react';
import type { TrackProcessor } from '../../engine/index.ts';
import { asRoomError, type RoomError } from '../../errors/index.ts';
import { useRoomState } from '../../hooks/index.ts';

/** The code of the effects is fetched when the first one is chosen; what could not be had is asked for at the next try. */
const loadEffects = () => import('../../effects/index.ts');
type EffectsCode = Awaited<ReturnType<typeof loadEffects>>;

/**
 * How a chosen effect stands: `waiting` for its device to be turned on, `stopped` because the machine is too busy.
 */
export type EffectStatus = 'off' | 'loading' | 'on' | 'waiting' | 'failed' | 'stopped';

/** One effect of several that can be chosen by a name. */
export interface EffectChoice {
  readonly status: EffectStatus;
  /** The chosen one; null for none, and for one that could not be or is not in force any longer. */
  readonly value: string | null;
  /** Why it could not be applied. */
  readonly error: RoomError | null;
  /** Null for none. */
  readonly choose: (value: string | null) => void;
  /** Chooses the one again that was given up. */
  readonly retry: () => void;
}

interface EffectNames<Processor extends TrackProcessor> {
  readonly device: 'camera' | 'microphone';
  /** Has it applied; null for none. */
  readonly apply: (processor: Processor | null) => Promise<void>;
  /** Makes the effect. */
  readonly make: (value: string, code: EffectsCode) => Processor | Promise<Processor>;
  /** Which one bears this name. */
  readonly readName: (name: string) => string;
}

const STATUS = { starting: 'loading', on: 'on', off: 'waiting', stopped: 'stopped', failed: 'failed' } as const;

/** Choosing an effect: loads the code, and tells how it goes. */
export function useEffectChoice<Processor extends TrackProcessor>({
  device,
  apply,
  make,
  readName,
}: EffectNames<Processor>): EffectChoice {
  const effect = useRoomState('devices', ({ devices }) => devices[device].effect);
  // Until the code is there, the room knows nothing of it.
  const [loading, setLoading] = useState<string | null>(null);
  const [unmade, setUnmade] = useState<{ readonly value: string; readonly error: RoomError } | null>(null);
  const latest = useRef(0);

  const choose = async (value: string | null) => {
    latest.current += 1;
    const ours = latest.current;
    setUnmade(null);
    setLoading(value);
    try {
      const processor = value === null ? null : await make(value, await loadEffects());
      if (ours !== latest.current) return;
      // What it throws is the effect's state, too.
      void apply(processor).catch(() => {});
    } catch (thrown) {
      if (ours === latest.current && value !== null) setUnmade({ value, error: asRoomError(thrown, 'effect-failed') });
    }
    if (ours === latest.current) setLoading(null);
  };

  const known = effect ? readName(effect.name) : null;
  const standing = unmade ? 'failed' : effect ? STATUS[effect.status] : 'off';
  const status = loading === null ? standing : 'loading';
  const givenUp = status === 'failed' || status === 'stopped';
  return {
    status,
    value: loading ?? (givenUp ? null : known),
    error: unmade?.error ?? (effect?.status === 'failed' ? effect.error : null),
    choose: (value) => void choose(value),
    retry: () => void choose(unmade?.value ?? known),
  };
}
