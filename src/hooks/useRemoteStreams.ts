'use client';
import { useState } from 'react';
import { createRemoteStreamsSelector, type Tile } from '../store/index.ts';
import { useRoomState } from './useRoomState.ts';

/** All streams of others. Renders again when one is published or unpublished, not when one is muted. */
export function useRemoteStreams(): readonly Tile[] {
  const [select] = useState(createRemoteStreamsSelector);
  return useRoomState('streams', select);
}
