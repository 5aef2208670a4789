'use client';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import {
  type AnnouncementSettings,
  ConnectionStatus,
  type RoomControlsProps,
  RoomProvider,
  type RoomSource,
  type Theme,
} from '../components/index.ts';
import { lazyPart } from '../components/lazy-part/lazyPart.tsx';
import type { Caption, Rating, RecordingConsent } from '../components/panels.ts';
import { preloadInLobby } from '../components/pre-join/lobbyPreloads.ts';
import { createRoom, type RoomOptions } from '../engine/index.ts';
import { useConnection, useRoomStore } from '../hooks/index.ts';
import type { AllMessages, Locale } from '../i18n/index.ts';
import { RoomSkeleton } from './RoomSkeleton.tsx';
import { type OpenPanelOptions, useOpenPanel } from './useOpenPanel.ts';

const RoomView = /* @__PURE__ */ lazyPart(async () => (await import('./RoomView.tsx')).RoomView, {
  Pending: RoomSkeleton,
});
preloadInLobby(RoomView.preload);
const CallRating = /* @__PURE__ */ lazyPart(
  async () => (await import('../components/call-rating/CallRating.tsx')).CallRating,
);

interface VideoRoomOwnProps extends OpenPanelOptions, Pick<RoomControlsProps, 'effects'> {
  /** How it looks. */
  theme?: Theme | undefined;
  /** The language, and with it the direction: `import de from 'parlour/locales/de'`. @default English */
  locale?: Locale | undefined;
  /** Words to replace, one by one. */
  messages?: Partial<AllMessages> | undefined;
  /** What screen readers are told, and how urgently. @default everything politely, moderation assertively */
  announce?: AnnouncementSettings | undefined;
  /** Called when the person left by the button. Without it, a way back is offered. */
  onLeave?: (() => void) | undefined;
  /** What is said, in words: shown over the room's lower edge. @default none */
  captions?: readonly Caption[] | undefined;
  /**
   * What is asked of those who are recorded: nothing, whether to stay (`notice`), or the same with their devices off until
   * they have answered (`required`). @default 'notice'
   */
  recordingConsent?: RecordingConsent | undefined;
  /** Asks how the call was when it is over, and is given the answer. What it throws is told, and can be tried again. */
  onRate?: ((rating: Rating) => unknown) | undefined;
}

type NoSource = { room?: undefined; store?: undefined };

/**
 * A room of yours, made with `enableMessages` or its chat gets nothing from others, or what to make one of. What it is
 * made of is read once: give another room another `key`.
 */
export type VideoRoomProps = VideoRoomOwnProps & (RoomSource | (RoomOptions & NoSource));

/**
 * A whole video room: it joins, shows everybody, plays the sound, offers the controls, and leaves when it
 * is unmounted. It fills its container, which must have a height.
 */
export function VideoRoom(props: VideoRoomProps) {
  const { theme, locale, messages, room, store, ...others } = props;
  const {
    announce,
    onLeave,
    captions,
    recordingConsent,
    onRate,
    effects,
    panel,
    defaultPanel,
    onPanelChange,
    ...options
  } = others;
  const given: RoomSource | undefined = room ? { room } : store && { store };
  // Its chat would be empty without messages.
  const [made] = useState(() => given ?? { room: createRoom({ enableMessages: true, ...(options as RoomOptions) }) });
  return (
    <RoomProvider {...(given ?? made)} theme={theme} locale={locale} messages={messages}>
      <ConnectedRoom
        {...{ announce, onLeave, captions, recordingConsent, onRate, effects, panel, defaultPanel, onPanelChange }}
      />
    </RoomProvider>
  );
}

/** In a narrower room a panel covers the rest. */
const SHEET_WIDTH = 720;

/** Whether an element is narrower than that. */
function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => setNarrow(!!entry && entry.contentRect.width < SHEET_WIDTH));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return narrow;
}

type ConnectedRoomProps = Omit<VideoRoomOwnProps, 'theme' | 'locale' | 'messages'>;

function ConnectedRoom({
  announce,
  onLeave,
  captions,
  recordingConsent,
  onRate,
  effects,
  ...panelOptions
}: ConnectedRoomProps): ReactNode {
  const { commands } = useRoomStore();
  const { status } = useConnection();
  const root = useRef<HTMLElement>(null);
  const openPanel = useOpenPanel(panelOptions);
  const narrow = useIsNarrow(root);
  const [wasInRoom, setWasInRoom] = useState(false);
  if (status === 'connected' && !wasInRoom) setWasInRoom(true);

  useEffect(() => commands.hold(), [commands]);

  const leave = () => {
    // The button that had the focus is gone now.
    root.current?.focus();
    onLeave?.();
  };
  const over = status === 'disconnected';

  return (
    <section
      ref={root}
      className="parlour-room"
      tabIndex={-1}
      data-status={status}
      data-panel={over ? undefined : (openPanel.open ?? undefined)}
      data-narrow={narrow ? '' : undefined}
    >
      <ConnectionStatus />
      {over && onRate && wasInRoom && <CallRating onSubmit={onRate} />}
      <RoomView {...{ root, announce, captions, recordingConsent, effects }} panels={openPanel} onLeave={leave} />
    </section>
  );
}
