'use client';
import { useState } from 'react';
import { useActiveSpeaker, useLocalParticipant, useTiles } from '../../hooks/index.ts';
import type { Tile } from '../../store/index.ts';

/** A shared screen; else who else spoke last, or the first of the others; you, while you are alone. */
export function usePictureTile(): Tile | null {
  const tiles = useTiles();
  const localId = useLocalParticipant()?.id;
  const heard = useActiveSpeaker();
  const [speakerId, setSpeakerId] = useState<string | null>(null);
  // While you speak yourself, the others go on to be seen.
  if (heard !== null && heard !== localId && heard !== speakerId) setSpeakerId(heard);
  const others = tiles.filter(({ participantId }) => participantId !== localId);
  const screen = others.find(({ key }) => key !== 'self');
  const speaker = others.find(({ participantId }) => participantId === speakerId);
  return screen ?? speaker ?? others[0] ?? tiles.find(({ key }) => key === 'self') ?? null;
}
