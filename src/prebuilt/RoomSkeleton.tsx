'use client';
import { useLayoutEffect, useRef } from 'react';
import { DeviceProblems } from '../components/device-problems/DeviceProblems.tsx';
import { CameraToggle } from '../components/device-toggle/CameraToggle.tsx';
import { MicrophoneToggle } from '../components/device-toggle/MicrophoneToggle.tsx';
import { RoomControlsLeave } from '../components/room-controls/leave/RoomControlsLeave.tsx';
import { useConnection, useRoomState } from '../hooks/index.ts';
import { useMessages } from '../i18n/index.ts';
import { useRovingFocus } from '../ui/index.ts';
import type { RoomViewProps } from './RoomView.tsx';

type RoomSkeletonProps = Pick<RoomViewProps, 'root' | 'onLeave'>;

/** A room until its code is there, and where there is no browser: an empty stage, and what one must not wait for. */
export function RoomSkeleton({ root, onLeave }: RoomSkeletonProps) {
  const messages = useMessages();
  const people = useRoomState('participants', ({ participants }) => participants.size);
  const { status } = useConnection();
  const roving = useRovingFocus();
  const bar = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    bar.current = roving.ref.current;
    return () => {
      // Whatever had the focus in it gives way to the whole bar.
      if (bar.current?.contains(document.activeElement)) root.current?.focus();
    };
  }, [root, roving.ref]);

  if (status === 'disconnected') return null;
  return (
    <>
      <div className="parlour-stage">
        {/* biome-ignore lint/a11y/useSemanticElements: as in the stage that follows */}
        <div className="parlour-stage-list" role="list" aria-label={messages['grid.label'](people)} />
      </div>
      <div {...roving} className="parlour-controls" role="toolbar" aria-label={messages['controls.label']}>
        <DeviceProblems />
        <MicrophoneToggle />
        <CameraToggle />
        <RoomControlsLeave onLeave={onLeave} />
      </div>
    </>
  );
}
