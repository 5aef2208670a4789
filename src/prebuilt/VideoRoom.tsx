'use client';
import { type ComponentType, lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import {
  type AnnouncementSettings,
  ConnectionBanner,
  ConnectionStatus,
  RoomAnnouncer,
  RoomAudio,
  RoomControls,
  RoomProvider,
  type RoomSource,
  RoomStage,
  type Theme,
} from '../components/index.ts';
import { lazyPart } from '../components/lazy-part/lazyPart.tsx';
import type { Caption, Rating, RecordingConsent } from '../components/panels.ts';
import { createRoom, type RoomOptions } from '../engine/index.ts';
import { useConnection, useRoomStore } from '../hooks/index.ts';
import type { AllMessages, Locale } from '../i18n/index.ts';
import type * as laterParts from './laterParts.ts';
import { type OpenPanelOptions, useOpenPanel } from './useOpenPanel.ts';

const RoomPanel = /* @__PURE__ */ lazyPart(async () => (await import('./RoomPanel.tsx')).RoomPanel);
const Captions = /* @__PURE__ */ lazyPart(async () => (await import('../components/captions/Captions.tsx')).Captions);
/**
 * Nobody misses what is announced and shown elsewhere as well, or keys for what has a button, should the code not come. It
 * is asked for when the page has time: right after a join it decodes and draws the first frames.
 */
function laterPart<Name extends keyof typeof laterParts>(name: Name) {
  type Part = ComponentType<Parameters<(typeof laterParts)[Name]>[0]>;
  const load = async () => {
    await whenIdle();
    const parts = await import('./laterParts.ts').catch(() => null);
    return { default: (parts?.[name] ?? (() => null)) as Part };
  };
  return lazy(load);
}
const RoomNews = /* @__PURE__ */ laterPart('RoomNews');
const RoomShortcuts = /* @__PURE__ */ laterPart('RoomShortcuts');
const CallRating = /* @__PURE__ */ lazyPart(
  async () => (await import('../components/call-rating/CallRating.tsx')).CallRating,
);

/** Milliseconds after which it is not waited for any longer. */
const LONGEST_BUSY = 1000;

/** Safari cannot tell when it is idle. */
const whenIdle = () =>
  new Promise<unknown>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: LONGEST_BUSY });
    else setTimeout(resolve);
  });

interface VideoRoomOwnProps extends OpenPanelOptions {
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
  const { announce, onLeave, captions, recordingConsent, onRate, panel, defaultPanel, onPanelChange, ...options } =
    others;
  const given: RoomSource | undefined = room ? { room } : store && { store };
  // Its chat would be empty without messages.
  const [made] = useState(() => given ?? { room: createRoom({ enableMessages: true, ...(options as RoomOptions) }) });
  return (
    <RoomProvider {...(given ?? made)} theme={theme} locale={locale} messages={messages}>
      <ConnectedRoom
        {...{ announce, onLeave, captions, recordingConsent, onRate, panel, defaultPanel, onPanelChange }}
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
  ...panels
}: ConnectedRoomProps): ReactNode {
  const { commands } = useRoomStore();
  const { status } = useConnection();
  const root = useRef<HTMLElement>(null);
  const { open, close, toggle } = useOpenPanel(panels);
  const narrow = useIsNarrow(root);
  const [wasInRoom, setWasInRoom] = useState(false);
  const connected = status === 'connected';
  if (connected && !wasInRoom) setWasInRoom(true);

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
      data-panel={over ? undefined : (open ?? undefined)}
      data-narrow={narrow ? '' : undefined}
    >
      <ConnectionStatus />
      <RoomAnnouncer announce={announce} />
      {over ? (
        onRate && wasInRoom && <CallRating onSubmit={onRate} />
      ) : (
        <>
          <RoomStage />
          <RoomAudio />
          <ConnectionBanner />
          <RoomAudio.Unblock />
          {captions && <Captions captions={captions} />}
          {(connected || recordingConsent === 'required') && (
            <Suspense fallback={null}>
              <RoomNews consent={recordingConsent} onLeave={leave} />
            </Suspense>
          )}
          <RoomControls onLeave={leave} chat={toggle('chat')} people={toggle('people')}>
            {connected && (
              <Suspense fallback={null}>
                <RoomShortcuts root={root} Button={RoomControls.Button} />
              </Suspense>
            )}
          </RoomControls>
          {open && (
            <div className="parlour-room-panel">
              <RoomPanel name={open} onOpenChange={close} />
            </div>
          )}
        </>
      )}
    </section>
  );
}
