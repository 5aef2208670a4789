'use client';
import { useState } from 'react';
import type { RaisedHand } from '../engine/Chat.ts';
import { asRoomError, type RoomError } from '../errors/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { useOwnGrant } from './useOwnGrant.ts';
import { useRoomState } from './useRoomState.ts';

/** Our own hand, and those of the others. */
export interface RaisedHands {
  /** Whether ours is up. */
  readonly raised: boolean;
  /** Whether ours is on its way up or down. */
  readonly pending: boolean;
  /** Why the last raising or lowering did not work. */
  readonly error: RoomError | null;
  /** Everybody whose hand is up, the first one first. */
  readonly hands: readonly RaisedHand[];
  /** Whether our token allows taking down the hands of others. */
  readonly canLowerOthers: boolean;
  /** Raises our hand or takes it down; how it went is in `raised` and `error`. */
  toggle(): void;
  /** Takes down somebody's hand. */
  lower(participantId: string): void;
  /** Takes down all hands. */
  lowerAll(): void;
  /** To spread on a toggle button. */
  readonly buttonProps: {
    readonly type: 'button';
    readonly 'aria-pressed': boolean;
    readonly 'aria-busy': boolean | undefined;
    readonly onClick: () => void;
  };
}

/** Raised hands. Renders again when a hand goes up or down. */
export function useRaisedHand(): RaisedHands {
  const commands = useRoomStore().commands.hands;
  const hands = useRoomState('raised-hands', (state) => state.raisedHands);
  const localId = useRoomState('local-participant', (state) => state.localParticipantId);
  const canLowerOthers = useOwnGrant('moderate', false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<RoomError | null>(null);
  const raised = hands.some(({ participantId }) => participantId === localId);

  const attempt = async (command: Promise<void>) => {
    setError(null);
    try {
      await command;
    } catch (thrown) {
      setError(asRoomError(thrown));
    }
  };
  const toggle = async () => {
    if (pending) return;
    setPending(true);
    await attempt(raised ? commands.lower() : commands.raise());
    setPending(false);
  };
  return {
    raised,
    pending,
    error,
    hands,
    canLowerOthers,
    toggle: () => void toggle(),
    lower: (participantId) => void attempt(commands.lower([participantId])),
    lowerAll: () => void attempt(commands.lower(hands.map(({ participantId }) => participantId))),
    buttonProps: {
      type: 'button',
      'aria-pressed': raised,
      'aria-busy': pending || undefined,
      onClick: () => void toggle(),
    },
  };
}
