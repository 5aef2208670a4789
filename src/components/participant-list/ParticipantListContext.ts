'use client';
import { createContext, use } from 'react';

/** What the parts of a list of people share. */
export interface ParticipantListContextValue {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** Ids of those who are shown: raised hands first, then as they joined. */
  readonly ids: readonly string[];
}

export const ParticipantListContext = createContext<ParticipantListContextValue | null>(null);

/** @throws Error outside a list of people. */
export function useParticipantListContext(): ParticipantListContextValue {
  const value = use(ParticipantListContext);
  if (!value) {
    throw new Error('Parlour: this part belongs into a list of people. Put it inside <ParticipantList.Root>.');
  }
  return value;
}
