'use client';
import { useState } from 'react';
import { createParticipantIdsSelector } from '../store/index.ts';
import { useRoomState } from './useRoomState.ts';

/**
 * Ids of everybody in the room: yourself first, then as they joined. Renders again when somebody
 * comes or goes, not when somebody changes; read each one with {@link useParticipant}.
 */
export function useParticipants(): readonly string[] {
  const [select] = useState(createParticipantIdsSelector);
  return useRoomState('participants', select);
}
