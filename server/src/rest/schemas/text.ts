import { Type } from 'typebox';

/** Postgres keeps no NUL in a text, and no name needs a control character. */
const PLAIN_TEXT = '^[^\\u0000-\\u001f\\u007f]*$';

/** One line of text. */
export const plainText = (minLength: number, maxLength: number) =>
  Type.String({ minLength, maxLength, pattern: PLAIN_TEXT });

/** Any text that Postgres keeps. */
export const anyText = (minLength: number, maxLength: number) =>
  Type.String({ minLength, maxLength, pattern: '^[^\\u0000]*$' });

/** One line of text, or null. `default` where the absence of the field means null. */
export const nullableText = (minLength: number, maxLength: number, options: { default?: null }) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], minLength, maxLength, pattern: PLAIN_TEXT, ...options });

/** The address of a webhook; "" and null stand for none. */
export const webhookUrl = (options: { default?: string | null }) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uri', maxLength: 2048, ...options });

/** A moment in answers: ISO 8601, UTC. */
export const Timestamp = Type.String({ format: 'date-time' });

/** A moment that may not have come yet. */
export const NullableTimestamp = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });

/** The id of a resource. */
export const Uuid = Type.String({ format: 'uuid' });
