import { RoomsApiError } from '../../api/index.ts';
import type { ConsoleMessages } from './ConsoleMessages.ts';

/** What to say of a request that failed: the server says itself what is wrong and what to do. */
export function messageOfFailure(messages: ConsoleMessages, thrown: unknown): string {
  if (thrown instanceof RoomsApiError && thrown.status === null) return messages['error.unreachable'];
  return messages['error.refused'](thrown instanceof Error ? thrown.message : '');
}
