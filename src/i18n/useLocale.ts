'use client';
import { use } from 'react';
import { LocaleContext, type LocaleInForce } from './LocaleContext.ts';

/** The language in force here: its tag to format dates and numbers with, its direction, its words. */
export function useLocale(): LocaleInForce {
  return use(LocaleContext);
}
