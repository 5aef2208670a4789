'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createRoomsApi, createRoomsClient, RoomsApiProvider } from '../api/index.ts';
import styles from '../styles/lazy/console.css?inline';
import { useStyleSheet } from '../ui/index.ts';
import { ConsoleSession } from './backend/ConsoleSession.ts';
import { useConsoleMessages } from './i18n/useConsoleMessages.ts';
import { Failed } from './list/ListView.tsx';
import { LiveUpdates } from './live/LiveUpdates.tsx';
import type { OpenEvents } from './live/openStream.ts';
import { ConsoleShell } from './shell/ConsoleShell.tsx';
import type { NavigationBase } from './shell/useNavigation.ts';
import { SignIn } from './sign-in/SignIn.tsx';
import { SignInAgain } from './sign-in/SignInAgain.tsx';

export interface MissionControlProps {
  /** Where the console's backend is; read once. @default '/console/api' */
  baseUrl?: string | undefined;
  /** Where the open section stands in the address: `/console`, or behind a `#`. @default '#' */
  navigation?: NavigationBase | undefined;
  /** Sends requests; read once. @default the global `fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Opens server-sent events. @default `(url) => new EventSource(url)` */
  openEvents?: OpenEvents | undefined;
}

function open({ baseUrl = '/console/api', fetch }: MissionControlProps) {
  const session = new ConsoleSession({ baseUrl, fetch });
  const api = createRoomsApi(createRoomsClient({ baseUrl, fetch: session.fetch }));
  return { session, api, cache: new QueryClient(), baseUrl };
}

/**
 * The room server's back office as a page: sign-in, rooms, sessions as they go on. It looks and reads as the
 * `ThemeProvider` and the `MessagesProvider` around it say.
 *
 * When the session expires, one signs in again over what one was doing: entries stay, and requests that were refused are
 * sent then.
 */
export function MissionControl({ navigation = '#', openEvents, ...backend }: MissionControlProps) {
  useStyleSheet(styles);
  const messages = useConsoleMessages();
  const [{ session, api, cache, baseUrl }] = useState(() => open(backend));
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const [problem, setProblem] = useState<Error | null>(null);

  useEffect(() => void session.resume(), [session]);

  const signOut = async () => {
    setProblem(null);
    try {
      await session.signOut();
      cache.clear();
    } catch (error) {
      setProblem(error as Error);
    }
  };
  const signIn = (apiKey: string) => session.signIn(apiKey);

  if (state.status === 'checking') {
    return (
      <div className="parlour-console-door" role="status">
        <span className="parlour-console-muted">{messages['list.loading']}</span>
      </div>
    );
  }
  if (state.status === 'failed') {
    return (
      <main className="parlour-console-door">
        <Failed error={state.error} retry={() => void session.resume()} />
      </main>
    );
  }
  if (state.status === 'signed-out') {
    return (
      <main className="parlour-console-door">
        <SignIn onSignIn={signIn} />
      </main>
    );
  }
  const expired = state.status === 'expired';
  return (
    <QueryClientProvider client={cache}>
      <RoomsApiProvider api={api}>
        <LiveUpdates baseUrl={baseUrl} openEvents={openEvents} enabled={!expired} onSignedOut={session.expire}>
          {problem && <Failed error={problem} retry={() => void signOut()} />}
          <ConsoleShell base={navigation} onSignOut={() => void signOut()} />
          {expired && <SignInAgain onSignIn={signIn} />}
        </LiveUpdates>
      </RoomsApiProvider>
    </QueryClientProvider>
  );
}
