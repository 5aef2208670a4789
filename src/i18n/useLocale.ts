'use client';
import { use } from 'react';
import { en } from './en.ts';
import { type GivenLocale, LocaleContext, type LocaleInForce } from './LocaleContext.ts';

const inForce = new WeakMap<GivenLocale, LocaleInForce>();

/** The language in force here: its tag to format dates and numbers with, its direction, its words. */
export function useLocale(): LocaleInForce {
  const given = use(LocaleContext);
  let locale = inForce.get(given);
  if (!locale) {
    locale = { ...given, messages: { ...en, ...given.messages } };
    inForce.set(given, locale);
  }
  return locale;
}
