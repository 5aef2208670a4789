import type { Token, Tokens } from '../../auth/index.ts';
import { asRoomError, type RoomError } from '../../errors/index.ts';
import type { SignallingConnection } from '../../signalling/index.ts';
import type { Environment } from '../Environment.ts';

/** Part of a token's lifetime after which it is renewed… */
const RENEW_AFTER = 0.8;
/** …or up to this much of it earlier: several tabs, and a thousand people, do not all ask in the same moment. */
const SPREAD = 0.03;
/** The shortest time between two tries, in milliseconds. */
const LEAST_WAIT = 1_000;
/** The clock is looked at this often, in milliseconds: a timer does not count the time that the machine slept. */
const LONGEST_TIMER = 60_000;

interface Dependencies {
  readonly tokens: Pick<Tokens, 'fresh' | 'renewable' | 'known' | 'remaining'>;
  readonly signalling: Pick<SignallingConnection, 'request'>;
  readonly environment: Pick<Environment, 'now' | 'wallClock' | 'setTimer' | 'onWake'>;
  readonly renewed: () => void;
  readonly failed: (error: RoomError) => void;
}

/**
 * Renews the token of a connection before it runs out: at 80 % of what is left of it, at once after a sleep in which
 * that moment passed, and when it fails again and again until the end, each time after half of what is left.
 */
export class TokenRenewal {
  readonly #to: Dependencies;
  readonly #undoWake: () => void;
  /** Both by {@link TokenRenewal.#elapsed}. */
  #due = Number.POSITIVE_INFINITY;
  #expiresAt = Number.POSITIVE_INFINITY;
  #began = { now: 0, wall: 0 };
  /** The token that the server knows. */
  #told: Token | null = null;
  #renewing = false;
  #undoTimer: () => void = () => {};
  #closed = false;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    this.#undoWake = dependencies.environment.onWake(() => this.#look());
  }

  /** @param remaining - Milliseconds until the token in force runs out, by the server's clock. */
  start(remaining: number): void {
    const { tokens, environment } = this.#to;
    this.#undoTimer();
    this.#told = tokens.known;
    if (!tokens.renewable) return;
    this.#began = { now: environment.now(), wall: environment.wallClock() };
    this.#expiresAt = remaining;
    this.#due = remaining * (RENEW_AFTER - Math.random() * SPREAD);
    this.#look();
  }

  /** The connection was mended, maybe with another token than the one it broke with. */
  handleResumed(): void {
    const { tokens } = this.#to;
    if (tokens.known && tokens.known !== this.#told) this.start(tokens.remaining);
    else this.#look();
  }

  /** Tells the server of a token that the application brought. */
  async use(token: string): Promise<void> {
    const { tokenExpiresAt, now } = await this.#to.signalling.request('refreshToken', { token });
    if (!this.#closed) this.start(tokenExpiresAt - now);
  }

  close(): void {
    this.#closed = true;
    this.#undoTimer();
    this.#undoWake();
  }

  /** Since the start, by whichever clock has seen more: one may stand still while the machine sleeps. */
  get #elapsed(): number {
    const { environment } = this.#to;
    return Math.max(environment.now() - this.#began.now, environment.wallClock() - this.#began.wall);
  }

  #look(): void {
    if (this.#closed || this.#renewing || this.#due === Number.POSITIVE_INFINITY) return;
    this.#undoTimer();
    const wait = this.#due - this.#elapsed;
    // Timers know whole milliseconds only.
    if (wait < 1) void this.#renew();
    else this.#undoTimer = this.#to.environment.setTimer(Math.min(wait, LONGEST_TIMER), () => this.#look());
  }

  async #renew(): Promise<void> {
    this.#renewing = true;
    try {
      const { token } = await this.#to.tokens.fresh();
      if (!this.#closed) await this.use(token);
      if (!this.#closed) this.#to.renewed();
    } catch (error) {
      if (this.#closed) return;
      this.#to.failed(asRoomError(error));
      const left = this.#expiresAt - this.#elapsed;
      // At the end it is the server's word that counts.
      this.#due = left > 0 ? this.#elapsed + Math.max(left / 2, LEAST_WAIT) : Number.POSITIVE_INFINITY;
    } finally {
      this.#renewing = false;
      this.#look();
    }
  }
}
