import { type WaitAnswer, waitRequest } from '../../../src/protocol/index.ts';
import { findRoom, isAdmitted } from './admit.ts';
import { parseMessage } from './parseMessage.ts';
import { requireSameVersion } from './requireSameVersion.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

/**
 * `POST /v2/rtc/wait`: somebody who has to be let in waits for a while. As with a join, nothing is kept of who waits
 * before the token is seen to be good.
 *
 * @param gone whoever asks has gone.
 */
export async function acceptWait(deps: SignallingDeps, body: unknown, gone: AbortSignal): Promise<WaitAnswer> {
  deps.rooms.requireRunning();
  requireSameVersion(body);
  const request = parseMessage(waitRequest, body);
  const { claims } = await findRoom(deps, request);
  if (await isAdmitted(deps, claims)) return { admitted: true };
  if (gone.aborted) return { admitted: false };
  const { participantId: id, name, metadata } = claims;
  const { context } = request;
  const person = {
    id,
    ...(name !== undefined && { name }),
    ...(metadata !== undefined && { metadata }),
    ...(context !== undefined && { context }),
  };
  return { admitted: await deps.rooms.before(request.roomId, id).waitingRoom.wait(person, gone) };
}
