import type { Tokens } from '../auth/index.ts';
import { asRoomError, type RoomError } from '../errors/index.ts';
import type { DisconnectReason } from '../protocol/index.ts';
import { nextRetryDelayInMs, waitForRetry } from '../signalling/index.ts';
import { attempt } from './attempt.ts';
import type { Environment } from './Environment.ts';
import { isPassing } from './passing.ts';
import { untilAborted } from './untilAborted.ts';

/** Who is put out for its token so soon after the last time is not helped by another one, in milliseconds. */
const TOKEN_HELPS_FOR = 30_000;

interface Dependencies {
  readonly environment: Pick<Environment, 'now' | 'setTimer'>;
  readonly tokens: Pick<Tokens, 'fresh' | 'forgetPending' | 'renewable'>;
}

interface Attempts {
  /** Calls it off. */
  readonly signal: AbortSignal;
  /** Told before each try, with what made it necessary. */
  readonly trying: (cause: string) => void;
  readonly join: (signal: AbortSignal) => Promise<void>;
}

/** Makes a connection anew that was lost. */
export class Comeback {
  readonly #to: Dependencies;
  /** When we were last put out for our token. */
  #unauthorizedAt = Number.NEGATIVE_INFINITY;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** Whether another connection would do better: the network failed, or the token ran out and a new one can be had. */
  helps(reason: DisconnectReason): boolean {
    const { tokens, environment } = this.#to;
    if (reason !== 'unauthorized') return reason === 'network_error';
    const again = environment.now() - this.#unauthorizedAt < TOKEN_HELPS_FOR;
    this.#unauthorizedAt = environment.now();
    return tokens.renewable && !again;
  }

  /**
   * Joins again and again, until it works or is called off, or until it is clear that it never will.
   *
   * @returns Why it never will.
   */
  async run(firstCause: RoomError, { signal, trying, join }: Attempts): Promise<RoomError | null> {
    const { environment, tokens } = this.#to;
    const broke = environment.now();
    const expired = firstCause.code === 'token-expired';
    let cause = firstCause;
    for (let retryCount = 0; !signal.aborted; retryCount += 1) {
      const delay = nextRetryDelayInMs({ retryCount, elapsedMs: environment.now() - broke });
      if (delay === null) return cause;
      trying(cause.message);
      await waitForRetry(delay, signal, environment.setTimer);
      if (signal.aborted) return null;
      try {
        await attempt(this.#to, signal, async (inTime) => {
          if (expired && retryCount === 0) await untilAborted(tokens.fresh(), inTime);
          await join(inTime);
        });
        return null;
      } catch (thrown) {
        if (signal.aborted) return null;
        // Without a new token there is no other way.
        if (expired && retryCount === 0) return cause;
        cause = asRoomError(thrown);
        if (!isPassing(cause.code)) return cause;
      }
    }
    return null;
  }
}
