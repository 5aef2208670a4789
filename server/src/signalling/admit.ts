import { roomError } from '../../../src/errors/index.ts';
import type { JoinRequest } from '../../../src/protocol/index.ts';
import type { AccessClaims } from '../tokens/verifyToken.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

/** A room as it is on record. */
export type RoomRecord = NonNullable<Awaited<ReturnType<SignallingDeps['roomRecords']['find']>>>;

/**
 * Whether somebody may come to a room, to join or to wait. Nothing is allocated for it.
 *
 * @throws RoomError `token-wrong-room`, `capabilities-changed`, `room-not-found`; TokenError
 */
export async function admit(
  deps: SignallingDeps,
  request: Pick<JoinRequest, 'roomId' | 'token' | 'capabilitiesHash'>,
): Promise<{ claims: AccessClaims; record: RoomRecord }> {
  return findRoom(deps, request, () => {
    if (request.capabilitiesHash !== deps.capabilitiesHash) throw roomError('capabilities-changed');
  });
}

/**
 * The room that a token is for, and what the token says.
 *
 * @param check whatever else can be seen before the database is asked.
 * @throws RoomError `token-wrong-room`, `room-not-found`, what the check throws; TokenError
 */
export async function findRoom(
  { tokens, roomRecords }: SignallingDeps,
  request: Pick<JoinRequest, 'roomId' | 'token'>,
  check: () => void = () => {},
): Promise<{ claims: AccessClaims; record: RoomRecord }> {
  const claims = await tokens.verifyAccess(request.token);
  if (claims.roomId !== request.roomId) throw roomError('token-wrong-room');
  check();
  const record = await roomRecords.find(request.roomId);
  if (!record) throw roomError('room-not-found');
  return { claims, record };
}

/** Whether somebody need not be let in, or was. */
export async function isAdmitted({ admissions }: SignallingDeps, claims: AccessClaims): Promise<boolean> {
  return !claims.waits || admissions.has(claims.roomId, claims.participantId);
}
