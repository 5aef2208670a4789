'use client';
import Hand from 'lucide-react/icons/hand';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import Video from 'lucide-react/icons/video';
import VideoOff from 'lucide-react/icons/video-off';
import { type CSSProperties, memo, useRef, useState } from 'react';
import { useModeration } from '../../../hooks/index.ts';
import { messageOfError, usePanelMessages } from '../../../i18n/index.ts';
import { ConnectionQuality } from '../../connection-quality/ConnectionQuality.tsx';
import { hueOf } from '../../participant-tile/avatar/hueOf.ts';
import { initialsOf } from '../../participant-tile/avatar/initialsOf.ts';
import { ParticipantListConfirm } from '../confirm/ParticipantListConfirm.tsx';
import { ParticipantListActions } from './ParticipantListActions.tsx';
import { type ListedPerson, usePerson } from './usePerson.ts';

export interface ParticipantListItemProps {
  participantId: string;
  /** It is the one that the Tab key reaches. */
  active: boolean;
}

function Signs({ participantId, person }: { participantId: string; person: ListedPerson }) {
  const messages = usePanelMessages();
  const { hand, microphone, camera } = person;
  return (
    <span className="parlour-people-signs">
      {hand && (
        <span className="parlour-people-sign parlour-people-hand" role="img" aria-label={messages['tile.handRaised']}>
          <Hand aria-hidden />
        </span>
      )}
      <ConnectionQuality participantId={participantId} show="poor" className="parlour-people-sign" />
      <span
        className="parlour-people-sign"
        role="img"
        data-off={microphone ? undefined : ''}
        aria-label={messages[microphone ? 'tile.unmuted' : 'tile.muted']}
      >
        {microphone ? <Mic aria-hidden /> : <MicOff aria-hidden />}
      </span>
      <span
        className="parlour-people-sign"
        role="img"
        data-off={camera ? undefined : ''}
        aria-label={messages[camera ? 'people.cameraOn' : 'people.cameraOff']}
      >
        {camera ? <Video aria-hidden /> : <VideoOff aria-hidden />}
      </span>
    </span>
  );
}

/** One person: name, role, hand, connection, microphone, camera, and for moderators what they can do. */
export const ParticipantListItem = memo(function ParticipantListItem({
  participantId,
  active,
}: ParticipantListItemProps) {
  const messages = usePanelMessages();
  const person = usePerson(participantId);
  const moderation = useModeration(participantId);
  const [removing, setRemoving] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  if (!person) return null;

  const name = person.name ?? messages['tile.unnamed'];
  const notes = [
    person.role && messages[`people.${person.role}`],
    person.reconnecting && messages['tile.reconnecting'],
    person.speaking && messages['tile.speaking'],
  ].filter(Boolean);
  const cancel = () => {
    setRemoving(false);
    line.current?.closest<HTMLElement>('[role=listitem]')?.focus();
  };
  return (
    <>
      <div ref={line} className="parlour-people-line" data-speaking={person.speaking ? '' : undefined}>
        <span
          className="parlour-people-avatar"
          style={{ '--parlour-avatar-hue': hueOf(participantId) } as CSSProperties}
          aria-hidden
        >
          {initialsOf(name)}
        </span>
        <span className="parlour-people-words">
          <span className="parlour-people-name" dir="auto">
            {person.local ? messages['tile.you'](name) : name}
          </span>
          {notes.length > 0 && <span className="parlour-people-note">{notes.join(' · ')}</span>}
        </span>
        <Signs participantId={participantId} person={person} />
        {moderation.allowed && !person.local && (
          <ParticipantListActions
            participantId={participantId}
            name={name}
            muted={person.muted}
            hand={person.hand}
            active={active}
            moderation={moderation}
            onRemove={() => setRemoving(true)}
          />
        )}
      </div>
      {removing && (
        <ParticipantListConfirm
          question={messages['people.removeQuestion'](name)}
          action={messages['people.removeConfirm']}
          problem={moderation.error && messageOfError(messages, moderation.error)}
          pending={moderation.pending === 'remove'}
          onCancel={cancel}
          onConfirm={() => void moderation.remove().catch(() => {})}
        />
      )}
      {!removing && moderation.error && (
        <p className="parlour-people-problem" role="alert">
          {messageOfError(messages, moderation.error)}
        </p>
      )}
    </>
  );
});
