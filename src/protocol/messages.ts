import * as v from 'valibot';
import { id } from './media.ts';
import { MAX_REACTION_LENGTH } from './messageSize.ts';
import { MAX_BATCH } from './version.ts';

/** What one participant writes to others. */
const textMessage = v.object({
  type: v.literal('text'),
  payload: v.string(),
  /** Anything that belongs to the payload, for the application to read. */
  meta: v.optional(v.string()),
});

/**
 * A message on its way to the server. Its id is the sender's own: the same one sent again, over whatever connection, is
 * taken once.
 */
export const outgoingMessage = v.object({
  id: v.pipe(v.string(), v.uuid()),
  message: textMessage,
  /** Left out: everybody who receives messages. */
  recipients: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(MAX_BATCH))),
});
export type OutgoingMessage = v.InferOutput<typeof outgoingMessage>;

/** What became of one message of a batch. */
export const messageResult = v.union([
  v.object({
    /** Milliseconds since 1970, by the server's clock; no two messages of a room have the same. */
    sentAt: v.number(),
    /** It had been taken before, and was not sent again. */
    repeated: v.boolean(),
  }),
  v.object({ error: v.object({ code: v.string(), message: v.string() }) }),
]);
export type MessageResult = v.InferOutput<typeof messageResult>;

/** A message as those who receive it are told. */
export const messageInfo = v.object({
  id: v.string(),
  participantId: id,
  /** The sender's name at that time: who reads it later may not find the sender in the room any more. */
  name: v.optional(v.string()),
  message: textMessage,
  /** Null: it went to everybody. */
  recipients: v.nullable(v.array(id)),
  sentAt: v.number(),
});
export type MessageInfo = v.InferOutput<typeof messageInfo>;

/** An emoji, or whatever else an application shows for a moment. */
export const reaction = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_REACTION_LENGTH));
