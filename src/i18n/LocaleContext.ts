'use client';
import { createContext } from 'react';
import type { Locale } from './Locale.ts';
import type { AllMessages, Messages, PanelMessages } from './Messages.ts';

/** A language as it is in force: what is loaded later may bring its words along. */
export interface LocaleInForce extends Omit<Locale, 'messages'> {
  readonly messages: Messages & Partial<PanelMessages>;
}

/** A language as providers give it. English stands in for what is missing: who says a word brings it along, not who provides. */
export interface GivenLocale extends Omit<Locale, 'messages'> {
  readonly messages: Partial<AllMessages>;
}

/** English, unless a provider says otherwise. */
export const LocaleContext = createContext<GivenLocale>({ tag: 'en', direction: 'ltr', messages: {} });
