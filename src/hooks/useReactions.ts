'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { RecentReactions, type ShownReaction } from './RecentReactions.ts';
import { useRoomStore } from './RoomContext.ts';
import { useOwnGrant } from './useOwnGrant.ts';

interface ReactionOptions {
  /** Milliseconds for which each reaction is listed. @default 5000 */
  readonly duration?: number;
  /** Most that are listed at once; of more the oldest go. @default 30 */
  readonly limit?: number;
}

/** Reactions that are to be seen at the moment, and sending one. */
export interface Reactions {
  /** Those of the last seconds, our own too, the oldest first. */
  readonly reactions: readonly ShownReaction[];
  /** Whether our token allows it. True as long as nobody knows: before the first connection. */
  readonly canSend: boolean;
  /** Reacts, with an emoji say. It never throws: what does not get through is forgotten, as reactions are. */
  send(reaction: string): void;
}

const NONE: readonly ShownReaction[] = [];

/**
 * Reactions, for as long as this is mounted. Renders again when one comes or goes; `room.reactions.subscribe()` tells
 * of them without a render.
 */
export function useReactions({ duration = 5_000, limit = 30 }: ReactionOptions = {}): Reactions {
  const commands = useRoomStore().commands.reactions;
  const recent = useMemo(() => new RecentReactions(commands, { duration, limit }), [commands, duration, limit]);
  const reactions = useSyncExternalStore(recent.subscribe, recent.get, () => NONE);
  const canSend = useOwnGrant('message', true);
  return { reactions, canSend, send: (reaction) => void commands.send(reaction).catch(() => {}) };
}
