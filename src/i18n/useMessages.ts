'use client';
import { use } from 'react';
import type { Messages } from './Messages.ts';
import { MessagesContext } from './MessagesContext.ts';

/** The words in force here, for components of your own. */
export function useMessages(): Messages {
  return use(MessagesContext);
}
