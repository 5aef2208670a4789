'use client';
import { type ReactNode, type RefObject, useEffect } from 'react';
import {
  type AnnouncementSettings,
  ConnectionBanner,
  RoomAudio,
  RoomControls,
  type RoomControlsProps,
  RoomStage,
} from '../components/index.ts';
import { laterPart } from '../components/lazy-part/laterPart.tsx';
import { lazyPart } from '../components/lazy-part/lazyPart.tsx';
import { MenuPopup } from '../components/menu/useMenu.tsx';
import type { Caption, RecordingConsent } from '../components/panels.ts';
import { useConnection } from '../hooks/index.ts';
import { whenIdle } from '../ui/index.ts';
import type { OpenPanel } from './useOpenPanel.ts';

const RoomPanel = /* @__PURE__ */ lazyPart(async () => (await import('./RoomPanel.tsx')).RoomPanel);
const Captions = /* @__PURE__ */ lazyPart(async () => (await import('../components/captions/Captions.tsx')).Captions);

const loadLater = () => import('./laterParts.ts');
const RoomNews = /* @__PURE__ */ laterPart(async () => (await loadLater()).RoomNews, whenIdle);
const RoomAnnouncer = /* @__PURE__ */ laterPart(async () => (await loadLater()).RoomAnnouncer, whenIdle);
const RoomShortcuts = /* @__PURE__ */ laterPart(async () => (await loadLater()).RoomShortcuts, whenIdle);

export interface RoomViewProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly announce: AnnouncementSettings | undefined;
  readonly captions: readonly Caption[] | undefined;
  readonly recordingConsent: RecordingConsent | undefined;
  readonly effects: RoomControlsProps['effects'];
  readonly panels: OpenPanel;
  readonly onLeave: () => void;
}

/** Everything of a prebuilt room that is seen and heard while one is in it. */
export function RoomView({
  root,
  announce,
  captions,
  recordingConsent,
  effects,
  panels,
  onLeave,
}: RoomViewProps): ReactNode {
  const { status } = useConnection();
  const { open, close, toggle } = panels;
  const connected = status === 'connected';
  // A finger gives no sign before it presses, and on a phone half of the controls are in a menu.
  useEffect(() => {
    if (connected) void whenIdle().then(MenuPopup.preload);
  }, [connected]);
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
          {(connected || recordingConsent === 'required') && <RoomNews consent={recordingConsent} onLeave={onLeave} />}
          <RoomControls onLeave={onLeave} chat={toggle('chat')} people={toggle('people')} effects={effects}>
            {connected && <RoomShortcuts root={root} Button={RoomControls.Button} />}
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
