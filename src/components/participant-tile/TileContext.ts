'use client';
import { createContext, use } from 'react';
import type { Speech } from '../../hooks/index.ts';

/** What a tile shows, as far as it rarely changes. Its parts read the rest by themselves, so that a change renders only who shows it. */
export interface TileContextValue {
  readonly participantId: string;
  readonly streamKey: string;
  /** As the person's token has it. */
  readonly name: string | undefined;
  /** What the tile is called: the person's name, or whose screen it is. */
  readonly label: string;
  /** It is yours. */
  readonly local: boolean;
  /** Whether the person is heard. */
  readonly speech: Speech;
}

export const TileContext = createContext<TileContextValue | null>(null);

/** A tile's microphone: off, on, or heard. */
export type TileMicrophone = 'muted' | 'on' | 'speaking';

/** The tile knows its microphone already, and hands it down to the part that shows it: as of the tile's last render. */
export const TileMicrophoneContext = createContext<TileMicrophone>('muted');

/** What of the rare parts has something to show, as bits of `SIGNS`. */
export const TileSignsContext = createContext(0);

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
