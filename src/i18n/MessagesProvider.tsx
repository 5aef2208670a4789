'use client';
import { type ReactNode, use, useMemo } from 'react';
import type { Locale } from './Locale.ts';
import { LocaleContext } from './LocaleContext.ts';
import type { AllMessages } from './Messages.ts';

export interface MessagesProviderProps {
  /** The language. @default as the provider above has it; English where there is none */
  locale?: Locale | undefined;
  /** The ones to replace; the others stay as the locale has them. Keep the object, or every render renders all words. */
  messages?: Partial<AllMessages> | undefined;
  children?: ReactNode;
}

/**
 * Sets the language of the components inside it, and replaces words one by one. Renders no element: where the language
 * reads from the right, set `dir` yourself, or use a provider that has an element.
 */
export function MessagesProvider({ locale, messages, children }: MessagesProviderProps) {
  const inherited = use(LocaleContext);
  const value = useMemo(() => {
    const base = locale ?? inherited;
    return messages ? { ...base, messages: { ...base.messages, ...messages } } : base;
  }, [inherited, locale, messages]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}
