import { type Http, idOf, type RequestOptions } from './Http.ts';
import { type ListQueryOf, type ParametersOf, toParameters } from './listQuery.ts';
import { type List, listOf } from './pages.ts';
import type {
  ChangeGrantsInput,
  KickParticipantsInput,
  MuteParticipantsInput,
  RoomParticipantResource,
  RoomSessionResource,
  UnmuteParticipantsInput,
} from './resources.ts';

/** What sessions can be asked for. */
export type RoomSessionsQuery = ListQueryOf<'listRoomSessions'>;
/** What a single session can be asked for. */
export type RoomSessionQuery = ParametersOf<'readRoomSession'>;
/** What the participants of one session can be asked for. */
export type ParticipantsOfSessionQuery = ListQueryOf<'listParticipantsOfRoomSession'>;

/** `/v2/room_sessions` */
export interface RoomSessionsEndpoint extends List<RoomSessionsQuery, RoomSessionResource> {
  read(sessionId: string, query?: RoomSessionQuery, options?: RequestOptions): Promise<RoomSessionResource>;
  /** Who is or was in one session. */
  participants(sessionId: string): List<ParticipantsOfSessionQuery, RoomParticipantResource>;
  /** Disconnects everyone in it. */
  end(sessionId: string, options?: RequestOptions): Promise<void>;
  kick(sessionId: string, input: KickParticipantsInput, options?: RequestOptions): Promise<void>;
  /** Keeps people's tracks off: they cannot undo it, nor by joining again. */
  mute(sessionId: string, input: MuteParticipantsInput, options?: RequestOptions): Promise<void>;
  unmute(sessionId: string, input: UnmuteParticipantsInput, options?: RequestOptions): Promise<void>;
  /** Changes what people may do, at once. */
  changeGrants(sessionId: string, input: ChangeGrantsInput, options?: RequestOptions): Promise<void>;
}

const BASE = '/v2/room_sessions';
const ONE = `${BASE}/{room_session_id}` as const;

export function roomSessionsEndpoint(http: Http): RoomSessionsEndpoint {
  const { GET, POST } = http;
  const of = (id: string) => ({ path: { room_session_id: idOf(id) } });
  return {
    ...listOf<RoomSessionsQuery, RoomSessionResource>((query = {}, options = {}) =>
      http.page((init) => GET(BASE, { ...init, params: { query: toParameters<'listRoomSessions'>(query) } }), options),
    ),
    read: (id, query = {}, options = {}) =>
      http.data((init) => GET(ONE, { ...init, params: { ...of(id), query } }), options),
    participants: (id) =>
      listOf<ParticipantsOfSessionQuery, RoomParticipantResource>((query = {}, options = {}) =>
        http.page((init) => {
          const params = { ...of(id), query: toParameters<'listParticipantsOfRoomSession'>(query) };
          return GET(`${ONE}/participants`, { ...init, params });
        }, options),
      ),
    end: (id, options = {}) => http.done((init) => POST(`${ONE}/actions/end`, { ...init, params: of(id) }), options),
    kick: (id, body, options = {}) =>
      http.done((init) => POST(`${ONE}/actions/kick`, { ...init, params: of(id), body }), options),
    mute: (id, body, options = {}) =>
      http.done((init) => POST(`${ONE}/actions/mute`, { ...init, params: of(id), body }), options),
    unmute: (id, body, options = {}) =>
      http.done((init) => POST(`${ONE}/actions/unmute`, { ...init, params: of(id), body }), options),
    changeGrants: (id, body, options = {}) =>
      http.done((init) => POST(`${ONE}/actions/change_grants`, { ...init, params: of(id), body }), options),
  };
}
