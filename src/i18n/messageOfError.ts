import type { Messages } from './Messages.ts';

/** What to say of anything that was thrown: by its code if it has one of ours, else that something went wrong. */
export function messageOfError(messages: Messages, thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  const key = `error.${code}`;
  return key in messages ? (messages[key as keyof Messages] as string) : messages['error.internal'];
}
