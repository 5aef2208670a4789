'use client';
import type { Messages } from './Messages.ts';
import { useLocale } from './useLocale.ts';

/** The words in force here, for components of your own. */
export function useMessages(): Messages {
  return useLocale().messages;
}
