'use client';
import { type ComponentType, lazy, type ReactNode, type RefObject, Suspense } from 'react';
import {
  type AnnouncementSettings,
  ConnectionBanner,
  RoomAnnouncer,
  RoomAudio,
  RoomControls,
  RoomStage,
} from '../components/index.ts';
import { lazyPart } from '../components/lazy-part/lazyPart.tsx';
import type { Caption, RecordingConsent } from '../components/panels.ts';
import { useConnection } from '../hooks/index.ts';
import { whenIdle } from '../ui/index.ts';
import type * as laterParts from './laterParts.ts';
import type { OpenPanel } from './useOpenPanel.ts';

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

export interface RoomViewProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly announce: AnnouncementSettings | undefined;
  readonly captions: readonly Caption[] | undefined;
  readonly recordingConsent: RecordingConsent | undefined;
  readonly panels: OpenPanel;
  readonly onLeave: () => void;
}

/** Everything of a prebuilt room that is seen and heard while one is in it. */
export function RoomView({ root, announce, captions, recordingConsent, panels, onLeave }: RoomViewProps): ReactNode {
  const { status } = useConnection();
  const { open, close, toggle } = panels;
  const connected = status === 'connected';
  return (
    <>
      <RoomAnnouncer announce={announce} />
      {status !== 'disconnected' && (
        <>
          <RoomStage />
          <RoomAudio />
          <ConnectionBanner />
          <RoomAudio.Unblock />
          {captions && <Captions captions={captions} />}
          {(connected || recordingConsent === 'required') && (
            <Suspense fallback={null}>
              <RoomNews consent={recordingConsent} onLeave={onLeave} />
            </Suspense>
          )}
          <RoomControls onLeave={onLeave} chat={toggle('chat')} people={toggle('people')}>
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
    </>
  );
}
