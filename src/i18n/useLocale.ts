'use client';
import { use } from 'react';
import type { Locale } from './Locale.ts';
import { LocaleContext } from './LocaleContext.ts';

/** The language in force here: its tag to format dates and numbers with, its direction, its words. */
export function useLocale(): Locale {
  return use(LocaleContext);
}
