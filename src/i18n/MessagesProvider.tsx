'use client';
import { type ReactNode, use, useMemo } from 'react';
import type { Messages } from './Messages.ts';
import { MessagesContext } from './MessagesContext.ts';

export interface MessagesProviderProps {
  /** The ones to replace; the others stay as the provider above has them. Keep the object, or every render renders all words. */
  messages?: Partial<Messages> | undefined;
  children?: ReactNode;
}

/** Replaces words of the components inside it, one by one. Renders no element. */
export function MessagesProvider({ messages, children }: MessagesProviderProps) {
  const inherited = use(MessagesContext);
  const value = useMemo(() => (messages ? { ...inherited, ...messages } : inherited), [inherited, messages]);
  return <MessagesContext value={value}>{children}</MessagesContext>;
}
