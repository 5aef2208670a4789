'use client';
import Clapperboard from 'lucide-react/icons/clapperboard';
import Disc from 'lucide-react/icons/disc';
import DoorOpen from 'lucide-react/icons/door-open';
import LogOut from 'lucide-react/icons/log-out';
import Radio from 'lucide-react/icons/radio';
import Server from 'lucide-react/icons/server';
import Webhook from 'lucide-react/icons/webhook';
import { useEffect, useRef } from 'react';
import { CompositionEditor } from '../compositions/CompositionEditor.tsx';
import { CompositionTable } from '../compositions/CompositionTable.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { useLiveSource } from '../live/LiveUpdates.tsx';
import { RecordingLibrary } from '../recordings/RecordingLibrary.tsx';
import { RoomTable } from '../rooms/RoomTable.tsx';
import { ServerHealth } from '../server/ServerHealth.tsx';
import { SessionTable } from '../sessions/SessionTable.tsx';
import { SessionView } from '../sessions/SessionView.tsx';
import { WebhookDeliveries } from '../webhooks/WebhookDeliveries.tsx';
import { type Place, placeAt } from './places.ts';
import { type NavigationBase, useNavigation } from './useNavigation.ts';

export interface ConsoleShellProps {
  base: NavigationBase;
  onSignOut: () => void;
}

const SECTIONS = [
  { path: '/rooms', message: 'shell.rooms', Icon: DoorOpen, places: ['rooms'] },
  { path: '/sessions', message: 'shell.sessions', Icon: Radio, places: ['sessions', 'session'] },
  { path: '/recordings', message: 'shell.recordings', Icon: Disc, places: ['recordings'] },
  {
    path: '/compositions',
    message: 'shell.compositions',
    Icon: Clapperboard,
    places: ['compositions', 'choose-session', 'compose'],
  },
  { path: '/webhooks', message: 'shell.deliveries', Icon: Webhook, places: ['webhooks'] },
  { path: '/server', message: 'shell.server', Icon: Server, places: ['server'] },
] as const;

/** Where one chooses a session, and behind it the session. */
const COMPOSE = '/compositions/new';

/** The sections, and the one that is open. */
export function ConsoleShell({ base, onSignOut }: ConsoleShellProps) {
  const messages = useConsoleMessages();
  const { path, hrefOf, onClick } = useNavigation(base);
  const place = placeAt(path);
  const interrupted = useLiveSource()?.status === 'interrupted';

  // On a phone the sections are a strip that is wider than the screen.
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = path === '' ? null : nav.current?.querySelector('[aria-current]');
    open?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [path]);

  // Who goes elsewhere goes on reading there; at first the focus stays where it is.
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.querySelector('h1')?.focus();
  }, [path]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is the links in it that are pressed
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div className="parlour-console" onClick={onClick}>
      <header className="parlour-console-bar">
        <a className="parlour-console-brand" href={hrefOf('/rooms')}>
          <span className="parlour-console-mark" aria-hidden="true" />
          {messages['shell.title']}
        </a>
        <nav ref={nav} className="parlour-console-nav" aria-label={messages['shell.nav']}>
          {SECTIONS.map(({ path: to, message, Icon, places }) => (
            <a
              key={to}
              className="parlour-console-tab"
              href={hrefOf(to)}
              aria-current={(places as readonly string[]).includes(place.name) ? 'page' : undefined}
            >
              <Icon aria-hidden />
              {messages[message]}
            </a>
          ))}
        </nav>
        <button type="button" className="parlour-button parlour-console-sign-out" onClick={onSignOut}>
          <LogOut aria-hidden className="parlour-directional" />
          {messages['shell.signOut']}
        </button>
      </header>
      <main ref={main} className="parlour-console-main">
        <p className="parlour-console-notice" role="status">
          {interrupted && messages['shell.interrupted']}
        </p>
        <Screen place={place} hrefOf={hrefOf} />
      </main>
    </div>
  );
}

function Screen({ place, hrefOf }: { place: Place; hrefOf: (path: string) => string }) {
  const messages = useConsoleMessages();
  const sessionHref = (id: string) => hrefOf(`/sessions/${encodeURIComponent(id)}`);
  const composeHref = (id: string) => hrefOf(`${COMPOSE}/${encodeURIComponent(id)}`);
  switch (place.name) {
    case 'rooms':
      return <RoomTable sessionHref={sessionHref} />;
    case 'sessions':
      return <SessionTable sessionHref={sessionHref} />;
    case 'recordings':
      return <RecordingLibrary />;
    case 'compositions':
      return <CompositionTable newHref={hrefOf(COMPOSE)} />;
    case 'choose-session':
      return (
        <SessionTable
          heading={messages['compositions.chooseSession']}
          defaultOnlyLive={false}
          sessionHref={composeHref}
        />
      );
    case 'compose':
      return <CompositionEditor key={place.sessionId} sessionId={place.sessionId} />;
    case 'webhooks':
      return <WebhookDeliveries />;
    case 'server':
      return <ServerHealth />;
    case 'session':
      return (
        <>
          <a className="parlour-console-link parlour-console-back" href={hrefOf('/sessions')}>
            {messages['session.back']}
          </a>
          <SessionView key={place.sessionId} sessionId={place.sessionId} composeHref={composeHref(place.sessionId)} />
        </>
      );
    case 'unknown':
      return (
        <div className="parlour-console-empty">
          <p className="parlour-console-empty-title">{messages['shell.notFound']}</p>
        </div>
      );
    default:
      return place satisfies never;
  }
}
