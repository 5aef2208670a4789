import { type Http, idOf, type RequestOptions } from './Http.ts';
import { type ListQueryOf, toParameters } from './listQuery.ts';
import { type List, listOf } from './pages.ts';
import type { CreateCompositionInput, RoomCompositionResource } from './resources.ts';

/** What compositions can be asked for. */
export type RoomCompositionsQuery = ListQueryOf<'listRoomCompositions'>;

/** `/v2/room_compositions` */
export interface RoomCompositionsEndpoint extends List<RoomCompositionsQuery, RoomCompositionResource> {
  /** Orders a film. It is made when the session is over; `status` and `progress` tell how far it is. */
  create(input: CreateCompositionInput, options?: RequestOptions): Promise<RoomCompositionResource>;
  read(compositionId: string, options?: RequestOptions): Promise<RoomCompositionResource>;
  /** With its file. One that is being made is given up. */
  delete(compositionId: string, options?: RequestOptions): Promise<void>;
}

const BASE = '/v2/room_compositions';
const ONE = `${BASE}/{room_composition_id}` as const;

export function roomCompositionsEndpoint(http: Http): RoomCompositionsEndpoint {
  const { GET, POST, DELETE } = http;
  const of = (id: string) => ({ path: { room_composition_id: idOf(id) } });
  return {
    ...listOf<RoomCompositionsQuery, RoomCompositionResource>((query = {}, options = {}) =>
      http.page((init) => {
        const params = { query: toParameters<'listRoomCompositions'>(query) };
        return GET(BASE, { ...init, params });
      }, options),
    ),
    create: (body, options = {}) => http.data((init) => POST(BASE, { ...init, body }), options),
    read: (id, options = {}) => http.data((init) => GET(ONE, { ...init, params: of(id) }), options),
    delete: (id, options = {}) => http.done((init) => DELETE(ONE, { ...init, params: of(id) }), options),
  };
}
