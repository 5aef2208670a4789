'use client';
import { useMemo } from 'react';
import {
  type RoomParticipantResource,
  type RoomRecordingResource,
  useInfiniteRecordingsQuery,
  useInfiniteRoomParticipantsQuery,
} from '../../api/index.ts';
import type { ConsoleMessages } from '../i18n/ConsoleMessages.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { useAllPages } from '../list/useAllPages.ts';
import { participantName } from '../sessions/participantName.ts';
import type { ArrangedSource } from './draft/arrangements.ts';

/** A recording that a film can be made of. */
export interface FilmSource extends ArrangedSource {
  readonly type: 'audio' | 'video';
  /** Whose it is: `Ada`, `Screen of Ada`. */
  readonly label: string;
  /** Null until it is completed. */
  readonly url: string | null;
  readonly startedAt: string;
  /** Null until it is completed. */
  readonly durationSecs: number | null;
}

/** The recordings of a session, or why they are not there. */
export interface FilmSources {
  /** In the order in which they began; undefined until they are there. */
  readonly all: readonly FilmSource[] | undefined;
  readonly error: Error | null;
  retry(): void;
}

/** The key of streams that show a screen, by the word of the room server. */
const PRESENTATION = 'presentation';
const PAGE = { size: 250 };
const NOBODY: readonly RoomParticipantResource[] = [];

/** What there is of a session to make a film of: all that has not failed. */
export function useFilmSources(sessionId: string): FilmSources {
  const messages = useConsoleMessages();
  const query = { filter: { session_id: sessionId }, page: PAGE };
  const recordings = useInfiniteRecordingsQuery(query);
  const participants = useInfiniteRoomParticipantsQuery(query);
  const recorded = useAllPages(recordings);
  const known = useAllPages(participants);
  // Without names the recordings can be told apart by when they began.
  const people = known ?? (participants.error ? NOBODY : undefined);
  const all = useMemo(() => recorded && people && toSources(messages, recorded, people), [messages, recorded, people]);
  return { all, error: recordings.error, retry: () => void recordings.refetch() };
}

function toSources(
  messages: ConsoleMessages,
  recorded: readonly RoomRecordingResource[],
  people: readonly RoomParticipantResource[],
): readonly FilmSource[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return recorded
    .filter(({ status }) => status !== 'failed')
    .map((recording) => {
      const { id, type, participant_id: participantId, started_at: startedAt } = recording;
      const screen = recording.stream_key === PRESENTATION;
      const name = participantName(byId.get(participantId) ?? { id: participantId, context: null });
      const label = screen ? messages['compositions.screen'](name) : name;
      const [url, durationSecs] = [recording.download_url, recording.duration_secs];
      return { id, type, participantId, screen, label, url, startedAt, durationSecs };
    })
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}
