'use client';
import Clapperboard from 'lucide-react/icons/clapperboard';
import PhoneOff from 'lucide-react/icons/phone-off';
import { useEndSession, useMuteParticipants, useRoomSessionQuery } from '../../api/index.ts';
import { useConfirm } from '../../components/dialog/useConfirm.tsx';
import { usePanelMessages } from '../../i18n/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Badge } from '../list/Badge.tsx';
import { Duration } from '../list/Duration.tsx';
import { Identifier } from '../list/Identifier.tsx';
import { Failed } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { useNews } from '../list/useNews.tsx';
import { useLiveSession } from '../live/useLiveSession.ts';
import { LivePeople } from './LivePeople.tsx';
import { PastPeople } from './PastPeople.tsx';
import { useRoomName } from './RoomName.tsx';

export interface SessionViewProps {
  sessionId: string;
  /** Where a film is made of it. @default it is not linked */
  composeHref?: string | undefined;
}

/**
 * A session: who is in it now and how they are, with what a moderator does; of one that is over, who was in it. Inside
 * `LiveUpdates` it shows who speaks and how good connections are. Renders a `<section>`.
 */
export function SessionView({ sessionId, composeHref }: SessionViewProps) {
  const messages = useConsoleMessages();
  const panel = usePanelMessages();
  const { data: session, error, isFetching, refetch } = useRoomSessionQuery(sessionId);
  const room = useRoomName(session?.room_id);
  const live = useLiveSession(sessionId, session?.active ?? false);
  const active = session?.active === true && live.status !== 'ended';
  const end = useEndSession();
  const mute = useMuteParticipants();
  const confirm = useConfirm();
  const news = useNews();

  const askToEnd = (opener: HTMLElement) =>
    confirm.ask({
      opener,
      title: messages['session.endTitle'],
      text: messages['session.endText'],
      action: messages['session.end'],
      onConfirm: async () => {
        await end.mutateAsync({ sessionId });
        news.tell(messages['session.isOver']);
      },
    });
  const askToMuteAll = (opener: HTMLElement) =>
    confirm.ask({
      opener,
      title: panel['people.muteAll'],
      text: messages['session.muteAllText'],
      action: panel['people.muteAllConfirm'],
      onConfirm: async () => {
        await mute.mutateAsync({ sessionId, participants: 'all' });
        news.tell(messages['session.allMuted']);
      },
    });

  return (
    <ConsolePart
      heading={session ? room : messages['shell.sessions']}
      actions={
        <>
          {composeHref !== undefined && (
            <a className="parlour-button" href={composeHref}>
              <Clapperboard aria-hidden />
              {messages['compositions.make']}
            </a>
          )}
          {active && (
            <>
              <button type="button" className="parlour-button" onClick={(event) => askToMuteAll(event.currentTarget)}>
                {panel['people.muteAll']}
              </button>
              <button
                type="button"
                className="parlour-button parlour-console-danger"
                onClick={(event) => askToEnd(event.currentTarget)}
              >
                <PhoneOff aria-hidden />
                {messages['session.end']}
              </button>
            </>
          )}
        </>
      }
    >
      {news.region}
      {live.status === 'interrupted' && (
        <p className="parlour-console-notice" role="status">
          {messages['shell.interrupted']}
        </p>
      )}
      {error && !isFetching && <Failed error={error} retry={() => void refetch()} />}
      {!session && !error && (
        <div className="parlour-console-loading" role="status">
          <span className="parlour-console-hidden">{messages['list.loading']}</span>
        </div>
      )}
      {session && (
        <>
          <dl className="parlour-console-facts">
            <div className="parlour-console-fact">
              <dt className="parlour-console-term">{messages['rooms.state']}</dt>
              <dd className="parlour-console-value">
                <Badge tone={active ? 'live' : 'quiet'}>{messages[active ? 'rooms.live' : 'sessions.over']}</Badge>
              </dd>
            </div>
            <div className="parlour-console-fact">
              <dt className="parlour-console-term">{messages['sessions.duration']}</dt>
              <dd className="parlour-console-value">
                <Duration from={session.created_at} to={active ? null : (session.ended_at ?? session.updated_at)} />
              </dd>
            </div>
            <div className="parlour-console-fact">
              <dt className="parlour-console-term">{messages['sessions.started']}</dt>
              <dd className="parlour-console-value">
                <Moment at={session.created_at} />
              </dd>
            </div>
            <div className="parlour-console-fact" data-wide="">
              <dt className="parlour-console-term">{messages['list.id']}</dt>
              <dd className="parlour-console-value">
                <Identifier id={session.id} />
              </dd>
            </div>
          </dl>
          {active && live.snapshot ? (
            <LivePeople sessionId={sessionId} people={live.snapshot.participants} tell={news.tell} />
          ) : (
            <PastPeople sessionId={sessionId} onlyPresent={active} />
          )}
        </>
      )}
      {confirm.dialog}
    </ConsolePart>
  );
}
