import type { OutgoingMessage } from './messages.ts';

/** Most bytes a message may have, its payload and its `meta` together as UTF-8. */
export const MAX_TEXT_BYTES = 65_536;

/** Longest reaction, in characters; an emoji may consist of a dozen. */
export const MAX_REACTION_LENGTH = 64;

const encoder = new TextEncoder();

/** How many bytes a message counts for. */
export function messageBytes({ payload, meta = '' }: OutgoingMessage['message']): number {
  return encoder.encode(payload).length + encoder.encode(meta).length;
}
