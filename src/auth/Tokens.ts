import { asRoomError, isRoomErrorCode, RoomError, type RoomErrorCode, roomError } from '../errors/index.ts';
import { readToken, type TokenClaims } from './readToken.ts';
import type { TokenPair, TokenSource } from './TokenSource.ts';

/** A token with what it says of itself. */
export interface Token extends TokenClaims {
  readonly token: string;
}

/** How a refresh token is turned into a new token: `POST …/actions/refresh_client_token`. */
export type RefreshToken = (claims: TokenClaims, refreshToken: string) => Promise<string>;

/** How long whoever gives tokens may take, in milliseconds. */
const PATIENCE = 30_000;

/** What says nothing about a refresh token: it may be good the next time. */
const PASSING: ReadonlySet<RoomErrorCode> = new Set<RoomErrorCode>([
  'unreachable',
  'timed-out',
  'server-stopping',
  'too-many-requests',
  'internal',
]);

/** Calls back after a while. @returns Calls it off. */
type SetTimer = (delayInMs: number, callback: () => void) => () => void;

/** Less than this before its end a token is not used for a new connection, in milliseconds. */
const MARGIN = 2000;

/** The token in force, or a fresh one. However many ask at once, the backend is asked once. */
export class Tokens {
  readonly #source: TokenSource | null;
  readonly #refresh: RefreshToken;
  readonly #setTimer: SetTimer;
  #current: Token | null = null;
  /** When it was set, in milliseconds since 1970 by our own clock. */
  #setAt = 0;
  #refreshToken: string | undefined;
  #pending: Promise<Token> | null = null;

  /** @param source - Null when only {@link set} brings tokens. */
  constructor(source: TokenSource | null, refresh: RefreshToken, setTimer: SetTimer) {
    this.#source = source;
    this.#refresh = refresh;
    this.#setTimer = setTimer;
  }

  /** Takes a token that the application brings, in place of the one in force. @throws RoomError `token-invalid` */
  set(pair: TokenPair): Token {
    const current = { token: pair.token, ...readToken(pair.token) };
    this.#current = current;
    this.#setAt = Date.now();
    this.#refreshToken = pair.refreshToken ?? this.#refreshToken;
    return current;
  }

  /** The token in force unless it is about to run out; one that cannot be renewed is left to the server's judgement. */
  current(): Promise<Token> {
    const current = this.#current;
    if (current && (!this.renewable || current.expiresAt - MARGIN > Date.now())) return Promise.resolve(current);
    return this.fresh();
  }

  /**
   * A new token, even if the one in force is good.
   *
   * @throws RoomError `token-expired` when there is nobody to ask, `timed-out`, or what the backend's failure is.
   */
  fresh(): Promise<Token> {
    if (this.#pending) return this.#pending;
    const pending = this.#inTime(this.#renew()).finally(() => {
      if (this.#pending === pending) this.#pending = null;
    });
    this.#pending = pending;
    return pending;
  }

  /** Does not wait any longer for whoever was asked: the next one asks again. */
  forgetPending(): void {
    this.#pending = null;
  }

  /** What is known of the token in force, without asking anybody. */
  get known(): Token | null {
    return this.#current;
  }

  /** Milliseconds until the token in force runs out, if it was new when it came: whatever our clock says. */
  get remaining(): number {
    return this.#current ? this.#current.lifetime - (Date.now() - this.#setAt) : 0;
  }

  /** Whether a new token could be had at all. */
  get renewable(): boolean {
    return this.#source !== null || this.#refreshToken !== undefined;
  }

  #inTime(renewal: Promise<Token>): Promise<Token> {
    return new Promise((resolve, reject) => {
      const undoTimer = this.#setTimer(PATIENCE, () =>
        reject(roomError('timed-out', 'No client token: whoever gives them took too long.')),
      );
      renewal.then(resolve, reject).finally(undoTimer);
    });
  }

  async #renew(): Promise<Token> {
    if (this.#current && this.#refreshToken !== undefined) {
      try {
        return this.set({ token: await this.#refresh(this.#current, this.#refreshToken) });
      } catch (error) {
        if (!this.#source) throw asRoomError(error, 'token-expired');
        // The refresh token itself has run out or was revoked; the backend may still give a new pair.
        if (!PASSING.has(asRoomError(error).code)) this.#refreshToken = undefined;
      }
    }
    if (!this.#source) {
      if (this.#current)
        throw roomError(
          'token-expired',
          'The client token runs out and there is no way to renew it. Pass tokenSource, or call updateClientToken() in time.',
        );
      throw roomError('token-invalid', 'There is no client token. Pass tokenSource or clientToken.');
    }
    let pair: TokenPair | null | undefined;
    try {
      pair = await this.#source();
    } catch (cause) {
      throw tokenSourceError(cause);
    }
    // What a backend sends in place of a token is found out when it is read.
    return this.set(pair ?? { token: '' });
  }
}

/** What the application's token source threw: a code of ours is kept, so that a backend can say `room-full`. */
function tokenSourceError(cause: unknown): RoomError {
  if (cause instanceof RoomError) return cause;
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  if (isRoomErrorCode(code)) return roomError(code, typeof message === 'string' ? message : undefined, cause);
  return roomError(
    'unreachable',
    `No client token: the token source failed${typeof message === 'string' ? ` (${message})` : ''}.`,
    cause,
  );
}
