'use client';
import { useIsLocalParticipant, useParticipantName } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';

/** What a tile is called: the person's name, or whose screen it is. */
export function useTileName(participantId: string, streamKey: string): string {
  const messages = useMessages();
  const local = useIsLocalParticipant(participantId);
  const name = useParticipantName(participantId) ?? messages['tile.unnamed'];
  if (streamKey !== 'self') return local ? messages['tile.yourScreen'] : messages['tile.screen'](name);
  return local ? messages['tile.you'](name) : name;
}
