import type { Tokens } from '../auth/index.ts';
import { roomError } from '../errors/index.ts';
import type { Environment } from './Environment.ts';

/** From an attempt to its answer, in milliseconds; the application's token source may need most of it. */
const TIMEOUT = 30_000;

interface Surroundings {
  readonly environment: Pick<Environment, 'setTimer'>;
  readonly tokens: Pick<Tokens, 'forgetPending'>;
}

/**
 * Tries something for a limited time.
 *
 * @throws What calls it off, `timed-out`, or what it failed with.
 */
export async function attempt(
  { environment, tokens }: Surroundings,
  calledOff: AbortSignal,
  run: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const timeout = new AbortController();
  const undoTimeout = environment.setTimer(TIMEOUT, () => timeout.abort(roomError('timed-out')));
  const signal = AbortSignal.any([calledOff, timeout.signal]);
  try {
    await run(signal);
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
    // A token source that hangs must not keep the next attempt waiting as well.
    tokens.forgetPending();
    throw signal.reason;
  } finally {
    undoTimeout();
  }
}
