'use client';
import { createContext, use } from 'react';

/** What a tile shows. Its parts read the rest by themselves, so that a change renders only who shows it. */
export interface TileContextValue {
  readonly participantId: string;
  readonly streamKey: string;
}

export const TileContext = createContext<TileContextValue | null>(null);

/** @throws Error outside a tile. */
export function useTileContext(): TileContextValue {
  const value = use(TileContext);
  if (!value) {
    throw new Error(
      'Parlour: this part belongs into a tile. Put it inside <ParticipantTile.Root participantId={participantId}>.',
    );
  }
  return value;
}
