import type { Tokens } from '../auth/index.ts';
import { asRoomError } from '../errors/index.ts';
import { attempt } from './attempt.ts';
import type { Environment } from './Environment.ts';
import type { Lobby } from './Lobby.ts';
import { loadWaiting } from './loadWaiting.ts';
import type { WaitingSurroundings } from './untilAdmitted.ts';

interface Surroundings extends WaitingSurroundings {
  readonly environment: Pick<Environment, 'now' | 'setTimer'>;
  readonly tokens: Pick<Tokens, 'current' | 'fresh' | 'renewable' | 'forgetPending'>;
  readonly lobby: Pick<Lobby, 'hold'>;
}

interface Entrance {
  readonly join: (signal: AbortSignal) => Promise<void>;
  /** Called when it turns out that a moderator has to let us in. */
  readonly waiting: () => void;
}

/**
 * Joins; who has to be let in waits for that first, for as long as it takes.
 *
 * @throws What calls it off, or RoomError why it cannot be.
 */
export async function enter(to: Surroundings, calledOff: AbortSignal, { join, waiting }: Entrance): Promise<void> {
  for (;;) {
    try {
      return await attempt(to, calledOff, join);
    } catch (thrown) {
      if (asRoomError(thrown).code !== 'not-admitted') throw thrown;
    }
    waiting();
    // Who is let in is seen as soon as who comes from a lobby.
    const release = to.lobby.hold();
    try {
      const { untilAdmitted } = await loadWaiting();
      await untilAdmitted(to, calledOff);
    } finally {
      release();
    }
  }
}
