'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { useLocale } from '../../i18n/index.ts';
import type { ConsoleMessages } from './ConsoleMessages.ts';
import { loadConsoleMessages, messagesOf, onMessages } from './consoleLocales.ts';

/** The words of mission control in the language in force. */
export function useConsoleMessages(): ConsoleMessages {
  const { tag } = useLocale();
  useEffect(() => void loadConsoleMessages(tag), [tag]);
  const get = () => messagesOf(tag);
  return useSyncExternalStore(onMessages, get, get);
}
