'use client';
import { useState } from 'react';
import type { Whom } from '../engine/ModerationCommands.ts';
import type { WaitingParticipant } from '../engine/State.ts';
import { asRoomError, type RoomError } from '../errors/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { useRoomState } from './useRoomState.ts';

/** Who waits in front of the room, and what we can do about it. */
export interface WaitingRoom {
  /** Who waits to be let in, the first one first. Empty for who may not moderate. */
  readonly waiting: readonly WaitingParticipant[];
  /** Who is being let in or turned away at our word: ids, or `all`. */
  readonly pending: Whom | null;
  /** Why the last word did not come through. */
  readonly error: RoomError | null;
  /** Lets in: an id, several, or `all`. How it went is in `waiting` and `error`. */
  admit(whom: Whom): void;
  /** Turns away. Who is turned away may ask again. */
  turnAway(whom: Whom): void;
}

/** For moderators: who waits to be let in, and the means to do so or not. Ours is in `useConnection().waiting`. */
export function useWaitingRoom(): WaitingRoom {
  const { moderation } = useRoomStore().commands;
  const waiting = useRoomState('waiting', (state) => state.waiting);
  const [pending, setPending] = useState<Whom | null>(null);
  const [error, setError] = useState<RoomError | null>(null);

  const decide = async (command: (whom: Whom) => Promise<void>, whom: Whom) => {
    setPending(whom);
    setError(null);
    try {
      await command(whom);
    } catch (thrown) {
      setError(asRoomError(thrown));
    }
    setPending(null);
  };
  return {
    waiting,
    pending,
    error,
    admit: (whom) => void decide((some) => moderation.admit(some), whom),
    turnAway: (whom) => void decide((some) => moderation.turnAway(some), whom),
  };
}
