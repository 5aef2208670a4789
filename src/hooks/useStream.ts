'use client';
import type { Stream } from '../engine/State.ts';
import { streamId } from '../engine/Topic.ts';
import { selectStream } from '../store/index.ts';
import { useRoomState } from './useRoomState.ts';

/**
 * A participant's stream, or undefined while it publishes none of that key.
 *
 * @param key - @default 'self' (camera and microphone)
 */
export function useStream(participantId: string, key = 'self'): Stream | undefined {
  return useRoomState(`stream:${streamId(participantId, key)}`, (state) => selectStream(state, participantId, key));
}
