import * as v from 'valibot';
import { connectionId } from './join.ts';
import { dtlsParameters, iceServer, transportInfo } from './media.ts';

/**
 * `POST /v2/rtc/lobby`: transports for somebody who has not joined yet, so that they are connected by then. Nobody is
 * told, no seat is taken, nothing flows. The join of the same connection finds them; asked again, it keeps the lobby.
 */
export const lobbyRequest = v.object({
  version: v.number(),
  roomId: v.pipe(v.string(), v.uuid()),
  token: v.pipe(v.string(), v.maxLength(8192)),
  connectionId,
  /** The hash of the capabilities that the client has loaded; another one: `capabilities-changed`. */
  capabilitiesHash: v.string(),
  dtls: v.object({ send: dtlsParameters, receive: dtlsParameters }),
});
export type LobbyRequest = v.InferOutput<typeof lobbyRequest>;

export const lobbyAnswer = v.object({
  transports: v.object({ send: transportInfo, receive: transportInfo }),
  iceServers: v.array(iceServer),
  /** Milliseconds within which it has to be asked again, or else it is given up. */
  keepWithin: v.number(),
});
export type LobbyAnswer = v.InferOutput<typeof lobbyAnswer>;
