'use client';
import Mic from 'lucide-react/icons/mic';
import Video from 'lucide-react/icons/video';
import { useRoomParticipantQuery } from '../../api/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { participantName } from '../sessions/participantName.ts';

export interface RecordedPersonProps {
  participantId: string;
  type: 'audio' | 'video';
}

/** What somebody is called does not change once they have left. */
const GOOD_FOR = 300_000;
const SIGNS = { audio: Mic, video: Video };

/** Whose recording it is, and of what; of who is not on record, the beginning of the id. */
export function RecordedPerson({ participantId, type }: RecordedPersonProps) {
  const messages = useConsoleMessages();
  const { data, error } = useRoomParticipantQuery(participantId, { staleTime: GOOD_FOR });
  const name = error ? participantName({ id: participantId, context: null }) : data ? participantName(data) : '…';
  const kind = messages[`recordings.${type}`];
  const Sign = SIGNS[type];
  return (
    <span className="parlour-console-signs">
      <span className="parlour-console-sign" role="img" aria-label={kind} title={kind}>
        <Sign aria-hidden />
      </span>
      <bdi>{name}</bdi>
    </span>
  );
}
