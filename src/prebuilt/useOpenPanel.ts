'use client';
import { useState } from 'react';
import type { RoomPanelName } from './RoomPanel.tsx';

/** Which panel of a prebuilt room is open, by the application or by itself. */
export interface OpenPanelOptions {
  /** The panel that is open, null for none: then it is yours to change. */
  panel?: RoomPanelName | null | undefined;
  /** The panel that is open at first. @default null */
  defaultPanel?: RoomPanelName | null | undefined;
  /** Called when a panel is to be opened, or closed by null. */
  onPanelChange?: ((panel: RoomPanelName | null) => void) | undefined;
}

/** Which one is open, and what opens and closes it. */
export type OpenPanel = ReturnType<typeof useOpenPanel>;

export function useOpenPanel({ panel, defaultPanel = null, onPanelChange }: OpenPanelOptions) {
  const [own, setOwn] = useState(defaultPanel);
  const open = panel === undefined ? own : panel;
  const setOpen = (next: RoomPanelName | null) => {
    setOwn(next);
    onPanelChange?.(next);
  };
  /** For a button that opens and closes one of them. */
  const toggle = (name: RoomPanelName) => ({
    open: open === name,
    onOpenChange: (opened: boolean) => setOpen(opened ? name : null),
  });
  return { open, close: () => setOpen(null), toggle };
}
