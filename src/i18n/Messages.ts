import type { RoomErrorCode } from '../errors/index.ts';
import type { DisconnectReason } from '../protocol/index.ts';
import type { en } from './en.ts';

type English = typeof en;
/** These are looked up by the code or the reason: a new one without words does not compile. */
type LookedUp = Record<`error.${RoomErrorCode}` | `disconnected.${DisconnectReason}`, string>;

/** All words of a language, by key. What depends on a number or a name is a function of it. */
export type Messages = LookedUp & {
  readonly [Key in keyof English]: English[Key] extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : string;
};
