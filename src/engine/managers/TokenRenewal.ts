import type { Tokens } from '../../auth/index.ts';
import { asRoomError, type RoomError } from '../../errors/index.ts';
import type { SignallingConnection } from '../../signalling/index.ts';
import type { Environment } from '../Environment.ts';

/** Part of a token's lifetime after which it is renewed. */
const RENEW_AFTER = 0.8;
/** Longest wait that a timer can have; a token of months is renewed earlier than it must be. */
const LONGEST_TIMER = 2 ** 31 - 1;

interface Dependencies {
  readonly tokens: Pick<Tokens, 'fresh' | 'renewable'>;
  readonly signalling: Pick<SignallingConnection, 'request'>;
  readonly environment: Pick<Environment, 'now' | 'setTimer'>;
  readonly renewed: () => void;
  readonly failed: (error: RoomError) => void;
}

/**
 * Renews the token of a connection before it runs out: after 80 % of what is left of it, and when
 * that fails again and again until the end, each time after half of what is left.
 */
export class TokenRenewal {
  readonly #to: Dependencies;
  #undo: () => void = () => {};
  #closed = false;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** @param remaining - Milliseconds until the token in force runs out, by the server's clock. */
  start(remaining: number): void {
    if (this.#to.tokens.renewable) this.#renewIn(remaining * RENEW_AFTER, this.#to.environment.now() + remaining);
  }

  /** Tells the server of a token that the application brought. */
  async use(token: string): Promise<void> {
    const { tokenExpiresAt, now } = await this.#to.signalling.request('refreshToken', { token });
    if (this.#closed) return;
    this.#undo();
    this.start(tokenExpiresAt - now);
  }

  close(): void {
    this.#closed = true;
    this.#undo();
  }

  #renewIn(delay: number, expiresAt: number): void {
    this.#undo = this.#to.environment.setTimer(Math.min(delay, LONGEST_TIMER), () => void this.#renew(expiresAt));
  }

  async #renew(expiresAt: number): Promise<void> {
    try {
      const { token } = await this.#to.tokens.fresh();
      await this.use(token);
      if (!this.#closed) this.#to.renewed();
    } catch (error) {
      if (this.#closed) return;
      this.#to.failed(asRoomError(error));
      const left = expiresAt - this.#to.environment.now();
      // At the end the server closes the connection, and says why.
      if (left > 0) this.#renewIn(Math.max(left / 2, 250), expiresAt);
    }
  }
}
