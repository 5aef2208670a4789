'use client';
import { useSyncExternalStore } from 'react';
import { streamId } from '../engine/Topic.ts';
import { useRoomStore } from './RoomContext.ts';
import { viewOf } from './RoomView.ts';

/** Whether something is pinned: it has the large part of the stage then, for you alone. */
export interface Pinned {
  readonly pinned: boolean;
  toggle(): void;
  /** To spread on a toggle button. */
  readonly buttonProps: {
    readonly type: 'button';
    readonly 'aria-pressed': boolean;
    readonly onClick: () => void;
  };
}

/**
 * Pins somebody's camera or screen, so that it is large in every layout. Several may be pinned at once. Renders again
 * when this one is pinned or unpinned.
 *
 * @param key - @default 'self' (the camera)
 */
export function usePinned(participantId: string, key = 'self'): Pinned {
  const view = viewOf(useRoomStore());
  const id = streamId(participantId, key);
  const pinned = useSyncExternalStore(
    view.subscribe,
    () => view.pinned.includes(id),
    () => false,
  );
  const toggle = () => view.setPinned(id, !view.pinned.includes(id));
  return { pinned, toggle, buttonProps: { type: 'button', 'aria-pressed': pinned, onClick: toggle } };
}
