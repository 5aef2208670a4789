import type { ConsoleMessages } from '../i18n/ConsoleMessages.ts';

/** How far compositions may be, in their order, and the words for it. */
export const compositionStates = {
  enqueued: 'compositions.waiting',
  processing: 'recordings.processing',
  completed: 'recordings.completed',
  failed: 'recordings.failed',
} as const satisfies Record<string, keyof ConsoleMessages>;
