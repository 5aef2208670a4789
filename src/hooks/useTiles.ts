'use client';
import { useState } from 'react';
import { createTilesSelector, type Tile } from '../store/index.ts';
import { useRoomState } from './useRoomState.ts';

/** What a grid shows: shared screens first, then everybody's camera, yourself first. */
export function useTiles(): readonly Tile[] {
  const [select] = useState(createTilesSelector);
  return useRoomState('participants', (state) => select(state), 'streams');
}
