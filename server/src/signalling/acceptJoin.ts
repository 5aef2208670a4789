import { roomError } from '../../../src/errors/index.ts';
import { type JoinAnswer, type JoinRequest, joinRequest, PROTOCOL_VERSION } from '../../../src/protocol/index.ts';
import type { AccessClaims } from '../tokens/verifyToken.ts';
import { Connection } from './Connection.ts';
import { toRoomError } from './errorStatus.ts';
import { parseMessage } from './parseMessage.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

/**
 * `POST /v2/rtc/join`. Nothing is allocated before the token is seen to be good; after the last question to the
 * database everything begins within one tick.
 */
export async function acceptJoin(deps: SignallingDeps, body: unknown): Promise<JoinAnswer> {
  deps.rooms.requireRunning();
  requireSameVersion(body);
  const request = parseMessage(joinRequest, body);
  try {
    const claims = await deps.tokens.verifyAccess(request.token);
    if (claims.roomId !== request.roomId) throw roomError('token-wrong-room');
    if (request.capabilitiesHash !== deps.capabilitiesHash) throw roomError('capabilities-changed');
    const record = await deps.roomRecords.find(request.roomId);
    if (!record) throw roomError('room-not-found');
    return await enter(deps, request, claims, record.maxParticipants);
  } catch (thrown) {
    const error = toRoomError(thrown);
    deps.connections.failed(request.connectionId, error);
    throw error;
  }
}

async function enter(
  { rooms, connections, limits, config, now }: SignallingDeps,
  request: JoinRequest,
  claims: AccessClaims,
  capacity: number,
): Promise<JoinAnswer> {
  const { participantId, name, metadata, grants } = claims;
  connections.requireFree(request.connectionId);
  const { room, participant, answer } = rooms.enter(
    request.roomId,
    {
      identity: { participantId, name, metadata },
      grants,
      context: request.context,
      canReceiveMessages: request.enableMessages,
      rtpCapabilities: request.rtpCapabilities,
      dtls: request.dtls,
      initialDemand: request.initialDemand,
      onGone: (reason) => {
        connections.delete(connection);
        connection.gone(reason);
      },
    },
    capacity,
  );
  const connection = new Connection({ id: request.connectionId, room, participant, claims, limits, now });
  connections.add(connection);
  try {
    const told = await answer;
    connections.joined(connection);
    return {
      ...told,
      iceServers: [...config.iceServers],
      tokenExpiresAt: connection.tokenExpiresAt,
      resumeWindow: limits.resumeWindowMs,
      now: now(),
    };
  } catch (error) {
    room.remove(participant, 'lost', null);
    throw error;
  }
}

/** Told before the rest is looked at: another version's message may look quite different. */
function requireSameVersion(body: unknown): void {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  if (typeof version !== 'number' || version === PROTOCOL_VERSION) return;
  throw roomError(
    'protocol-mismatch',
    `The client speaks version ${version} and this server ${PROTOCOL_VERSION}. Update the older one.`,
  );
}
