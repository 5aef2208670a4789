'use client';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import UserX from 'lucide-react/icons/user-x';
import { useState } from 'react';
import { useKickParticipants, useMuteParticipants, useUnmuteParticipants } from '../../api/index.ts';
import { useConfirm } from '../../components/dialog/useConfirm.tsx';
import { useMessages, usePanelMessages } from '../../i18n/index.ts';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { type DataColumn, DataTable } from '../list/DataTable.tsx';
import { Duration } from '../list/Duration.tsx';
import { IconButton } from '../list/IconButton.tsx';
import type { LiveParticipant } from '../live/LiveSession.ts';
import { LiveQuality } from './LiveQuality.tsx';
import { LiveSends } from './LiveSends.tsx';
import { PersonName } from './PersonName.tsx';
import { participantName } from './participantName.ts';

export interface LivePeopleProps {
  sessionId: string;
  people: readonly LiveParticipant[];
  tell: (news: string) => void;
}

const isMuted = ({ streams }: LiveParticipant) => streams.some(({ audio }) => audio === 'censored');

/** Who is in a session now, and what a moderator does. */
export function LivePeople({ sessionId, people, tell }: LivePeopleProps) {
  const words = useMessages();
  const panel = usePanelMessages();
  const messages = useConsoleMessages();
  const mute = useMuteParticipants();
  const unmute = useUnmuteParticipants();
  const kick = useKickParticipants();
  const confirm = useConfirm();
  const [problem, setProblem] = useState<Error | null>(null);

  const toggle = async (person: LiveParticipant) => {
    const muted = isMuted(person);
    const who = { sessionId, participants: [person.id] };
    setProblem(null);
    try {
      await (muted ? unmute : mute).mutateAsync(who);
      tell(messages[muted ? 'session.wasUnmuted' : 'session.wasMuted'](participantName(person)));
    } catch (thrown) {
      setProblem(thrown as Error);
    }
  };
  const askToRemove = (person: LiveParticipant, opener: HTMLElement) => {
    const name = participantName(person);
    confirm.ask({
      opener,
      title: panel['people.removeQuestion'](name),
      text: messages['session.removeText'],
      action: panel['people.removeConfirm'],
      onConfirm: async () => {
        await kick.mutateAsync({ sessionId, participants: [person.id] });
        tell(messages['session.wasRemoved'](name));
      },
    });
  };

  const columns: readonly DataColumn<LiveParticipant>[] = [
    {
      id: 'person',
      header: messages['session.person'],
      kind: 'main',
      cell: (person) => (
        <>
          <PersonName person={person} />
          {person.reconnecting && <span className="parlour-console-beside">{words['tile.reconnecting']}</span>}
          {person.speaking && <span className="parlour-console-speaking">{words['tile.speaking']}</span>}
        </>
      ),
    },
    {
      id: 'time',
      header: messages['session.time'],
      kind: 'number',
      cell: ({ joined_at: from }) => <Duration from={from} to={null} />,
    },
    { id: 'sends', header: messages['session.sends'], cell: ({ streams }) => <LiveSends streams={streams} /> },
    { id: 'quality', header: messages['session.quality'], cell: ({ quality }) => <LiveQuality quality={quality} /> },
    {
      id: 'actions',
      header: messages['list.actions'],
      kind: 'actions',
      cell: (person) => {
        const name = participantName(person);
        return (
          <>
            <IconButton
              label={panel[isMuted(person) ? 'people.unmute' : 'people.mute'](name)}
              icon={isMuted(person) ? <Mic aria-hidden /> : <MicOff aria-hidden />}
              onClick={() => void toggle(person)}
            />
            <IconButton
              danger
              label={panel['people.remove'](name)}
              icon={<UserX aria-hidden />}
              onClick={({ currentTarget }) => askToRemove(person, currentTarget)}
            />
          </>
        );
      },
    },
  ];
  return (
    <>
      <p className="parlour-console-muted">{messages['session.count'](people.length)}</p>
      <p className="parlour-console-problem" role="alert">
        {problem && messageOfFailure(messages, problem)}
      </p>
      {people.length === 0 ? (
        <div className="parlour-console-empty">
          <p className="parlour-console-empty-title">{messages['session.nobody']}</p>
        </div>
      ) : (
        <DataTable label={messages['sessions.people']} columns={columns} rows={people} />
      )}
      {confirm.dialog}
    </>
  );
}
