'use client';
import { createContext, use } from 'react';

/** What the parts of a lobby share. */
export interface PreJoinContextValue {
  readonly name: string;
  readonly setName: (name: string) => void;
  /** What is wrong with the form, in words. */
  readonly problem: string | null;
  /** It was tried to join without a name. */
  readonly nameMissing: boolean;
  readonly joining: boolean;
  readonly inputId: string;
  readonly problemId: string;
}

export const PreJoinContext = createContext<PreJoinContextValue | null>(null);

/** @throws Error outside a lobby. */
export function usePreJoinContext(): PreJoinContextValue {
  const value = use(PreJoinContext);
  if (!value) throw new Error('Parlour: this part belongs into a lobby. Put it inside <PreJoin.Root onJoin={…}>.');
  return value;
}
