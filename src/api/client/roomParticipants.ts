import { type Http, idOf, type RequestOptions } from './Http.ts';
import { type ListQueryOf, toParameters } from './listQuery.ts';
import { type List, listOf } from './pages.ts';
import type { RoomParticipantResource } from './resources.ts';

/** What participants can be asked for. */
export type RoomParticipantsQuery = ListQueryOf<'listRoomParticipants'>;

/** `/v2/room_participants` */
export interface RoomParticipantsEndpoint extends List<RoomParticipantsQuery, RoomParticipantResource> {
  /** By the id of the token, which a person may keep over several sessions: the one joined last is given. */
  read(participantId: string, options?: RequestOptions): Promise<RoomParticipantResource>;
}

export function roomParticipantsEndpoint(http: Http): RoomParticipantsEndpoint {
  return {
    ...listOf<RoomParticipantsQuery, RoomParticipantResource>((query = {}, options = {}) =>
      http.page((init) => {
        const params = { query: toParameters<'listRoomParticipants'>(query) };
        return http.GET('/v2/room_participants', { ...init, params });
      }, options),
    ),
    read: (id, options = {}) =>
      http.data((init) => {
        const params = { path: { room_participant_id: idOf(id) } };
        return http.GET('/v2/room_participants/{room_participant_id}', { ...init, params });
      }, options),
  };
}
