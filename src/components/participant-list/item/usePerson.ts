'use client';
import { useMemo } from 'react';
import type { Participant, Stream } from '../../../engine/index.ts';
import { useParticipant, useStream } from '../../../hooks/index.ts';

/** What a line of the list tells of somebody. */
export interface ListedPerson {
  readonly name: string | undefined;
  readonly local: boolean;
  readonly role: 'moderator' | 'viewer' | null;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly hand: boolean;
  readonly muted: boolean;
  readonly speaking: boolean;
  readonly reconnecting: boolean;
}

function personOf(participant: Participant, stream: Stream | undefined): ListedPerson {
  const { grants, censored } = participant;
  return {
    name: participant.name,
    local: participant.origin === 'local',
    role: grants.moderate ? 'moderator' : grants.publish.length === 0 ? 'viewer' : null,
    microphone: stream?.isAudioEnabled === true && !stream.isAudioCensored,
    camera: stream?.isVideoEnabled === true && !stream.isVideoCensored,
    hand: participant.handRaisedAt !== undefined,
    muted: censored?.audio !== undefined,
    speaking: participant.isSpeaking,
    reconnecting: participant.connection === 'reconnecting',
  };
}

/** Reads one person of the list; null when it has just left. */
export function usePerson(participantId: string): ListedPerson | null {
  const participant = useParticipant(participantId);
  const stream = useStream(participantId, 'self');
  return useMemo(() => (participant ? personOf(participant, stream) : null), [participant, stream]);
}
