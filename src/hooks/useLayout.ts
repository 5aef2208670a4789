'use client';
import { useSyncExternalStore } from 'react';
import { useRoomStore } from './RoomContext.ts';
import { type RoomLayout, viewOf } from './RoomView.ts';

/** The layout of the room's pictures, and choosing another one. */
export interface Layout {
  /** @default 'grid' */
  readonly layout: RoomLayout;
  setLayout(layout: RoomLayout): void;
}

/**
 * How the room is laid out here: `grid`, `speaker` or `focus`. `<RoomStage>` follows it wherever it is chosen, and no
 * tile is mounted anew for it.
 */
export function useLayout(): Layout {
  const view = viewOf(useRoomStore());
  const layout = useSyncExternalStore(
    view.subscribe,
    () => view.layout,
    () => 'grid' as const,
  );
  return { layout, setLayout: view.setLayout };
}
