'use client';
import { useRoomState } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';

/** What a tile is called: the person's name, or whose screen it is. */
export function useTileName(participantId: string, streamKey: string): string {
  const messages = useMessages();
  return useRoomState(`participant:${participantId}`, ({ participants }) => {
    const participant = participants.get(participantId);
    const local = participant?.origin === 'local';
    const name = participant?.name ?? messages['tile.unnamed'];
    if (streamKey !== 'self') return local ? messages['tile.yourScreen'] : messages['tile.screen'](name);
    return local ? messages['tile.you'](name) : name;
  });
}
