'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  type AnnouncementSettings,
  ConnectionStatus,
  RoomAnnouncer,
  RoomAudio,
  RoomControls,
  RoomProvider,
  type RoomSource,
  RoomStage,
  type Theme,
} from '../components/index.ts';
import { createRoom, type RoomOptions } from '../engine/index.ts';
import { useConnection, useRoomStore } from '../hooks/index.ts';
import type { Locale, Messages } from '../i18n/index.ts';

interface VideoRoomOwnProps {
  /** How it looks. */
  theme?: Theme | undefined;
  /** The language, and with it the direction: `import de from 'parlour/locales/de'`. @default English */
  locale?: Locale | undefined;
  /** Words to replace, one by one. */
  messages?: Partial<Messages> | undefined;
  /** What screen readers are told, and how urgently. @default everything politely, moderation assertively */
  announce?: AnnouncementSettings | undefined;
  /** Called when the person left by the button. Without it, a way back is offered. */
  onLeave?: (() => void) | undefined;
}

type NoSource = { room?: undefined; store?: undefined };

/** A room of yours, or what to make one of. What it is made of is read once: give another room another `key`. */
export type VideoRoomProps = VideoRoomOwnProps & (RoomSource | (RoomOptions & NoSource));

/**
 * A whole video room: it joins, shows everybody, plays the sound, offers the controls, and leaves when it
 * is unmounted. It fills its container, which must have a height.
 */
export function VideoRoom({ theme, locale, messages, announce, onLeave, room, store, ...options }: VideoRoomProps) {
  const [source] = useState((): RoomSource => {
    if (room) return { room };
    if (store) return { store };
    return { room: createRoom(options as RoomOptions) };
  });
  const current = room ? { room } : store ? { store } : source;
  return (
    <RoomProvider {...current} theme={theme} locale={locale} messages={messages}>
      <ConnectedRoom announce={announce} onLeave={onLeave} />
    </RoomProvider>
  );
}

function ConnectedRoom({ announce, onLeave }: Pick<VideoRoomOwnProps, 'announce' | 'onLeave'>): ReactNode {
  const { commands } = useRoomStore();
  const { status } = useConnection();
  const root = useRef<HTMLElement>(null);

  useEffect(() => commands.hold(), [commands]);

  const leave = () => {
    // The button that had the focus is gone now.
    root.current?.focus();
    onLeave?.();
  };

  return (
    <section ref={root} className="parlour-room" tabIndex={-1} data-status={status}>
      <ConnectionStatus />
      <RoomAnnouncer announce={announce} />
      {status !== 'disconnected' && (
        <>
          <RoomStage />
          <RoomAudio />
          <RoomAudio.Unblock />
          <RoomControls onLeave={leave} />
        </>
      )}
    </section>
  );
}
