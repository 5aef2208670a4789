import { type Http, idOf, type RequestOptions } from './Http.ts';
import { type ListQueryOf, type ParametersOf, toParameters } from './listQuery.ts';
import { type List, listOf } from './pages.ts';
import type { CreateRoomInput, Page, RoomResource, RoomSessionResource, UpdateRoomInput } from './resources.ts';

/** What rooms can be asked for. */
export type RoomsQuery = ListQueryOf<'listRooms'>;
/** What a single room can be asked for. */
export type RoomQuery = ParametersOf<'readRoom'>;
/** What the sessions of one room can be asked for. */
export type SessionsOfRoomQuery = ListQueryOf<'listSessionsOfRoom'>;
/** What becomes of the recordings of a room that is deleted. */
export type DeleteRoomQuery = ParametersOf<'deleteRoom'>;

/** `/v2/rooms` */
export interface RoomsEndpoint extends List<RoomsQuery, RoomResource> {
  create(input?: CreateRoomInput, options?: RequestOptions): Promise<RoomResource>;
  read(roomId: string, query?: RoomQuery, options?: RequestOptions): Promise<RoomResource>;
  update(roomId: string, changes: UpdateRoomInput, options?: RequestOptions): Promise<RoomResource>;
  /** Everyone in it is disconnected. Its sessions stay readable. */
  delete(roomId: string, query?: DeleteRoomQuery, options?: RequestOptions): Promise<void>;
  /** The sessions of one room. */
  sessions(roomId: string): List<SessionsOfRoomQuery, RoomSessionResource>;
}

export function roomsEndpoint(http: Http): RoomsEndpoint {
  const { GET, POST, PATCH, DELETE } = http;
  const list = (query: RoomsQuery = {}, options: RequestOptions = {}): Promise<Page<RoomResource>> =>
    http.page((init) => GET('/v2/rooms', { ...init, params: { query: toParameters<'listRooms'>(query) } }), options);
  const at = (roomId: string) => ({ path: { room_id: idOf(roomId) } });
  return {
    ...listOf(list),
    create: (body = {}, options = {}) => http.data((init) => POST('/v2/rooms', { ...init, body }), options),
    read: (roomId, query = {}, options = {}) =>
      http.data((init) => GET('/v2/rooms/{room_id}', { ...init, params: { ...at(roomId), query } }), options),
    update: (roomId, body, options = {}) =>
      http.data((init) => PATCH('/v2/rooms/{room_id}', { ...init, params: at(roomId), body }), options),
    delete: (roomId, query = {}, options = {}) =>
      http.done((init) => DELETE('/v2/rooms/{room_id}', { ...init, params: { ...at(roomId), query } }), options),
    sessions: (roomId) =>
      listOf<SessionsOfRoomQuery, RoomSessionResource>((query = {}, options = {}) =>
        http.page((init) => {
          const params = { ...at(roomId), query: toParameters<'listSessionsOfRoom'>(query) };
          return GET('/v2/rooms/{room_id}/sessions', { ...init, params });
        }, options),
      ),
  };
}
