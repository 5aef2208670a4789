'use client';
import { createContext } from 'react';
import { en } from './en.ts';
import type { Locale } from './Locale.ts';
import type { Messages, PanelMessages } from './Messages.ts';

/** A language as it is in force: what is loaded later may bring its words along. */
export interface LocaleInForce extends Omit<Locale, 'messages'> {
  readonly messages: Messages & Partial<PanelMessages>;
}

/** English, unless a provider says otherwise. */
export const LocaleContext = createContext<LocaleInForce>({ tag: 'en', direction: 'ltr', messages: en });
