import type { Tokens } from '../auth/index.ts';
import { asRoomError, roomError } from '../errors/index.ts';
import { nextRetryDelayInMs, type SignallingAdapter, waitForRetry } from '../signalling/index.ts';
import type { Environment } from './Environment.ts';
import { checkRoom, serverUrlOf } from './joinRoom.ts';
import type { Self } from './managers/conversation/Self.ts';
import { isPassing } from './passing.ts';
import type { RoomOptions } from './RoomOptions.ts';
import { untilAborted } from './untilAborted.ts';

export interface WaitingSurroundings {
  readonly options: RoomOptions;
  readonly tokens: Pick<Tokens, 'current' | 'fresh' | 'renewable'>;
  readonly signalling: Pick<SignallingAdapter, 'wait'>;
  readonly environment: Pick<Environment, 'now' | 'setTimer'>;
  readonly conversation: { readonly self: Pick<Self, 'context'> };
}

/**
 * Waits until a moderator lets us in, however long that takes. A connection that breaks meanwhile is mended.
 *
 * @throws RoomError `turned-away`, `not-admitted` where the signalling cannot wait, or whatever else is no passing fault.
 */
export async function untilAdmitted(to: WaitingSurroundings, calledOff: AbortSignal): Promise<void> {
  const { environment, tokens } = to;
  let failures = 0;
  let brokeAt = 0;
  let expired = false;
  for (;;) {
    try {
      if (await ask(to, calledOff)) return;
      failures = 0;
      expired = false;
    } catch (thrown) {
      calledOff.throwIfAborted();
      const error = asRoomError(thrown);
      if (error.code === 'token-expired' && tokens.renewable && !expired) {
        expired = true;
        await untilAborted(tokens.fresh(), calledOff);
        continue;
      }
      if (!isPassing(error.code)) throw error;
      if (failures === 0) brokeAt = environment.now();
      failures += 1;
      const delay = nextRetryDelayInMs({ retryCount: failures, elapsedMs: environment.now() - brokeAt });
      if (delay === null) throw error;
      await waitForRetry(delay, calledOff, environment.setTimer);
    }
  }
}

async function ask(
  { options, tokens, signalling, conversation }: WaitingSurroundings,
  signal: AbortSignal,
): Promise<boolean> {
  if (!signalling.wait) throw roomError('not-admitted');
  const token = await untilAborted(tokens.current(), signal);
  checkRoom(options, token);
  const { context } = conversation.self;
  const { admitted } = await signalling.wait(
    serverUrlOf(options, token),
    { roomId: token.roomId, token: token.token, ...(context !== undefined && { context }) },
    signal,
  );
  return admitted;
}
