import type { Grants, Source } from '../protocol/index.ts';
import type { State } from './State.ts';

/** Whom a moderator means: a participant or several, by id, or `all`: everybody but the moderator. */
export type Whom = string | readonly string[];

/** Of whom `all` is not meant. */
export interface Excluding {
  /** Ids of participants who are left alone. */
  readonly exclude?: readonly string[];
}

/**
 * What participants with the grant `moderate` can do. Each command resolves when the server has done it.
 *
 * All of them throw RoomError `not-allowed` without the grant, `participant-not-found` when one of those who are named
 * is not in the room, and `not-connected`.
 */
export interface ModerationCommands {
  /**
   * Keeps people's sound off, or what `sources` names, until {@link unmute}: in streams to come, too, and when they
   * leave and come back. They see by whom, and the `reason` (up to 256 characters).
   */
  mute(
    whom: Whom,
    options?: Excluding & {
      /** @default ['audio'] */
      readonly sources?: readonly Source[];
      readonly reason?: string;
    },
  ): Promise<void>;
  /** Lets people turn on again what was kept off. */
  unmute(
    whom: Whom,
    options?: Excluding & {
      /** @default ['audio'] */
      readonly sources?: readonly Source[];
    },
  ): Promise<void>;
  /** Removes people, who are disconnected with the reason `kicked`. */
  kick(
    whom: Whom,
    options?: Excluding & {
      /** For how many seconds, up to a day, the same person is not let in again. @default 0 */
      readonly banSecs?: number;
    },
  ): Promise<void>;
  /** Changes what people may do, at once and for the rest of the session. You can give what you have yourself. */
  setGrants(whom: Whom, grants: Partial<Grants>, options?: Excluding): Promise<void>;
  /**
   * Lets in who waits, by id or `all`, for the rest of the session; see {@link State.waiting}. One who does not wait any
   * more is passed over.
   */
  admit(whom: Whom): Promise<void>;
  /** Turns away who waits, who is told so and may ask again. One who does not wait any more is passed over. */
  turnAway(whom: Whom): Promise<void>;
  /** Ends the session for everybody, yourself included, with the reason `session_terminated`. */
  end(): Promise<void>;
}
