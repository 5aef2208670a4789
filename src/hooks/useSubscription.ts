'use client';
import type { Subscription } from '../engine/State.ts';
import { subscriptionTopic } from '../engine/Topic.ts';
import { useRoomState } from './useRoomState.ts';

/**
 * Our subscription to somebody's stream: what flows, and why not. Undefined for a stream nobody wants.
 *
 * @param key - @default 'self' (camera and microphone)
 */
export function useSubscription(participantId: string, key = 'self'): Subscription | undefined {
  return useRoomState(subscriptionTopic(participantId, key), (state) =>
    state.subscriptions.get(participantId)?.get(key),
  );
}
