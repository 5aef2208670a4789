/**
 * The version of the messages in this folder. A client sends it with every join;
 * a server that speaks another one refuses with `protocol-mismatch`.
 */
export const PROTOCOL_VERSION = 1;

/** Most bytes a join may have as JSON. It is read before anybody is known. */
export const MAX_JOIN_LENGTH = 131_072;

/**
 * Most bytes a request may have as JSON: a text of the largest size that consists of control characters, which JSON
 * writes as six each, and goes to as many people as it may.
 */
export const MAX_MESSAGE_LENGTH = 655_360;

/** Most items in one batched request: subscriptions, consumers, producers. */
export const MAX_BATCH = 250;

/** Longest time for which somebody who was removed can be kept out, in seconds: a day. */
export const MAX_BAN_SECS = 86_400;

/** Longest reason that a moderator can give, in characters. */
export const MAX_REASON_LENGTH = 256;

/** Longest `context` a participant may bring, in characters. */
export const MAX_CONTEXT_LENGTH = 1024;
