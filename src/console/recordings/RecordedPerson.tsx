'use client';
import { useRoomParticipantQuery } from '../../api/index.ts';
import { participantName } from '../sessions/participantName.ts';

/** What somebody is called does not change once they have left. */
const GOOD_FOR = 300_000;

/** Whose recording it is; of who is not on record, the beginning of the id. */
export function RecordedPerson({ participantId }: { participantId: string }) {
  const { data, error } = useRoomParticipantQuery(participantId, { staleTime: GOOD_FOR });
  const name = error ? participantName({ id: participantId, context: null }) : data ? participantName(data) : '…';
  return <bdi>{name}</bdi>;
}
