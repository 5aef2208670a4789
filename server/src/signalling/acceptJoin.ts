import { roomError } from '../../../src/errors/index.ts';
import { type JoinAnswer, type JoinRequest, joinRequest, type PublishedStream } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from '../rooms/LiveParticipant.ts';
import type { LiveRoom } from '../rooms/LiveRoom.ts';
import { publishStream } from '../rooms/publishing.ts';
import type { AccessClaims } from '../tokens/verifyToken.ts';
import { admit, isAdmitted, type RoomRecord } from './admit.ts';
import { Connection } from './Connection.ts';
import { toRoomError } from './errorStatus.ts';
import { parseMessage } from './parseMessage.ts';
import { requireSameVersion } from './requireSameVersion.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

const TOO_MANY_JOINS = 'More people join at this moment than the server takes. Try again in a second.';

/**
 * `POST /v2/rtc/join`. Nothing is allocated before the token is seen to be good; after the last question to the
 * database everything begins within one tick.
 */
export async function acceptJoin(deps: SignallingDeps, body: unknown): Promise<JoinAnswer> {
  deps.rooms.requireRunning();
  requireSameVersion(body);
  const request = parseMessage(joinRequest, body);
  try {
    return await deps.measureJoin(async () => {
      if (!deps.joins.take()) throw roomError('too-many-requests', TOO_MANY_JOINS);
      const { claims, record } = await admit(deps, request);
      if (!(await isAdmitted(deps, claims))) throw roomError('not-admitted');
      return enter(deps, request, claims, record);
    });
  } catch (thrown) {
    const error = toRoomError(thrown);
    deps.connections.failed(request.connectionId, error);
    throw error;
  }
}

async function enter(
  { rooms, tokens, connections, lobbies, limits, config, messages, now }: SignallingDeps,
  request: JoinRequest,
  claims: AccessClaims,
  { maxParticipants, enableRecording }: Pick<RoomRecord, 'maxParticipants' | 'enableRecording'>,
): Promise<JoinAnswer> {
  const { participantId, name, metadata, grants } = claims;
  connections.requireFree(request.connectionId);
  // In the tick of the entrance: later, those who are in are looked through.
  tokens.requireGood(claims);
  const { room, participant, fromLobby, answer } = rooms.enter(
    request.roomId,
    {
      identity: { participantId, name, metadata },
      clientId: request.clientId,
      returning: request.returning,
      grants,
      context: request.context,
      canReceiveMessages: request.enableMessages,
      rtpCapabilities: request.rtpCapabilities,
      dtls: request.dtls,
      initialDemand: request.initialDemand,
      place: lobbies.find(request.connectionId, claims),
      onGone: (reason, code) => {
        connection.gone(reason, code);
        connections.gone(connection, limits.resumeWindowMs);
      },
    },
    maxParticipants,
  );
  room.recording.begin(enableRecording);
  // As of now: what changes from here on is told by notifications.
  const recording = room.recording.active;
  const connection = new Connection({ id: request.connectionId, room, participant, claims, limits, messages, now });
  connections.add(connection);
  // What it has not taken over is of no use any more.
  lobbies.giveUp(request.connectionId);
  try {
    const publishing = fromLobby ? publishAll(room, participant, request.streams ?? []) : [];
    const told = await answer;
    const refusedStreams = await publishing;
    connections.joined(connection);
    return {
      ...told,
      recording,
      ...(refusedStreams.length > 0 && { refusedStreams }),
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

/** Publishes in the tick of the entrance. @returns What could not be, and why. */
async function publishAll(
  room: LiveRoom,
  participant: LiveParticipant,
  streams: readonly PublishedStream[],
): Promise<NonNullable<JoinAnswer['refusedStreams']>> {
  const refused = streams.map(async (stream) => {
    try {
      await publishStream(room, participant, stream);
      return [];
    } catch (thrown) {
      const { code, message } = toRoomError(thrown);
      return [{ key: stream.key, error: { code, message } }];
    }
  });
  return (await Promise.all(refused)).flat();
}
