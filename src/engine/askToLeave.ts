import type { SignallingConnection } from '../signalling/index.ts';
import type { Environment } from './Environment.ts';

/** How long leaving waits for the server, in milliseconds. */
const LEAVE_TIMEOUT = 1000;

/** Tells the server that we go, without waiting long for its answer. */
export function askToLeave(
  connection: Pick<SignallingConnection, 'request'>,
  environment: Pick<Environment, 'setTimer'>,
): Promise<void> {
  return new Promise((done) => {
    const undoTimeout = environment.setTimer(LEAVE_TIMEOUT, done);
    connection
      .request('leave', {})
      .catch(() => {})
      .finally(() => {
        undoTimeout();
        done();
      });
  });
}
