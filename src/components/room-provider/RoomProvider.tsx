'use client';
import { type ReactNode, useMemo } from 'react';
import { RoomContext, type RoomContextValue } from '../../hooks/index.ts';
import { type AllMessages, type Locale, MessagesProvider } from '../../i18n/index.ts';
import { createRoomStore, type RoomStore } from '../../store/index.ts';
import type { Theme } from '../theme-provider/Theme.ts';
import { ThemeProvider } from '../theme-provider/ThemeProvider.tsx';

type Room = NonNullable<RoomContextValue['room']>;

/** Either a room, or a store by itself: a static one, in a story or a test. */
export type RoomSource = { room: Room; store?: undefined } | { room?: undefined; store: RoomStore };

export type RoomProviderProps = RoomSource & {
  /** How the components look. */
  theme?: Theme | undefined;
  /** The language, and with it the direction: `import de from 'parlour/locales/de'`. @default English */
  locale?: Locale | undefined;
  /** Words to replace, one by one. */
  messages?: Partial<AllMessages> | undefined;
  children?: ReactNode;
};

/**
 * Hands a room to the hooks and components inside it. It does not connect: call `room.connect()`, or
 * keep the room connected as long as something is mounted with `useEffect(() => room.hold(), [room])`.
 *
 * Renders the theme's `<div>`, which takes no part in the page's layout.
 */
export function RoomProvider({ room, store, theme, locale, messages, children }: RoomProviderProps) {
  const value = useMemo<RoomContextValue>(
    () => (room ? { store: createRoomStore(room), room } : { store: store as RoomStore, room: null }),
    [room, store],
  );
  return (
    <RoomContext value={value}>
      <MessagesProvider locale={locale} messages={messages}>
        <ThemeProvider theme={theme} lang={locale?.tag} dir={locale?.direction}>
          {children}
        </ThemeProvider>
      </MessagesProvider>
    </RoomContext>
  );
}
