'use client';
import { createContext, use } from 'react';
import type { ConnectionPhase } from './useConnectionPhase.ts';

export const ConnectionBannerContext = createContext<ConnectionPhase | null | undefined>(undefined);

/** @throws Error outside a banner. */
export function useBannerPhase(): ConnectionPhase | null {
  const phase = use(ConnectionBannerContext);
  if (phase === undefined) {
    throw new Error('Parlour: this part belongs into a banner. Put it inside <ConnectionBanner.Root>.');
  }
  return phase;
}
