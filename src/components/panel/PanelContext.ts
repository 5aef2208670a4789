'use client';
import { createContext, use } from 'react';

/** What closed a panel: its own button, or the Escape key within it. */
export interface PanelOpenChangeDetails {
  readonly reason: 'close' | 'escape';
}

export interface PanelContextValue {
  readonly titleId: string;
  readonly close: (details: PanelOpenChangeDetails) => void;
}

export const PanelContext = createContext<PanelContextValue | null>(null);

/** @throws Error outside a panel. */
export function usePanelContext(): PanelContextValue {
  const value = use(PanelContext);
  if (!value) throw new Error('Parlour: this part belongs into a panel. Put it inside <Panel.Root>.');
  return value;
}
