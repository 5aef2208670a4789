/**
 * The version of the messages in this folder. A client sends it with every join;
 * a server that speaks another one refuses with `protocol-mismatch`.
 */
export const PROTOCOL_VERSION = 1;

/** Most bytes one message may have, either way, in characters of its JSON. */
export const MAX_MESSAGE_LENGTH = 131_072;

/** Most items in one batched request: subscriptions, consumers, producers. */
export const MAX_BATCH = 250;

/** Longest `context` a participant may bring, in characters. */
export const MAX_CONTEXT_LENGTH = 1024;
