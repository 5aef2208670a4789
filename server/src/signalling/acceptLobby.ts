import { type LobbyAnswer, lobbyRequest } from '../../../src/protocol/index.ts';
import { admit } from './admit.ts';
import { parseMessage } from './parseMessage.ts';
import { requireSameVersion } from './requireSameVersion.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

/**
 * `POST /v2/rtc/lobby`: transports for somebody who may join later. As with a join, nothing is allocated before the
 * token is seen to be good. Asked again under the same connection id, it is kept and answered as before.
 */
export async function acceptLobby(deps: SignallingDeps, body: unknown): Promise<LobbyAnswer> {
  const { rooms, lobbies, connections, limits, config } = deps;
  rooms.requireRunning();
  requireSameVersion(body);
  const request = parseMessage(lobbyRequest, body);
  const { claims } = await admit(deps, request);
  const { connectionId } = request;
  connections.requireFree(connectionId);
  let place = lobbies.keep(connectionId, claims);
  if (!place) {
    lobbies.requireSpace();
    const waiting = rooms.wait(request.roomId, request.dtls);
    place = waiting.place;
    lobbies.add(connectionId, claims, waiting.room, place);
  }
  try {
    const transports = await place.transports.info();
    return { transports, iceServers: [...config.iceServers], keepWithin: limits.lobbyMs };
  } catch (error) {
    lobbies.giveUp(connectionId);
    throw error;
  }
}
