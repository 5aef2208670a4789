'use client';
import { useRoomState } from './useRoomState.ts';

/** How many messages of others have not been read. Renders again when the number changes. */
export function useUnreadMessages(): number {
  return useRoomState('chat', (state) => state.chat.unread);
}
