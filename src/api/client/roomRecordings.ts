import { type Http, idOf, type RequestOptions } from './Http.ts';
import { type FilterOf, type ListQueryOf, toParameters } from './listQuery.ts';
import { type List, listOf } from './pages.ts';
import type { RoomRecordingResource } from './resources.ts';

/** What recordings can be asked for. */
export type RoomRecordingsQuery = ListQueryOf<'listRoomRecordings'>;
/** Which recordings are meant. */
export type RoomRecordingsFilter = FilterOf<'deleteRoomRecordings'>;

/** `/v2/room_recordings` */
export interface RoomRecordingsEndpoint extends List<RoomRecordingsQuery, RoomRecordingResource> {
  read(recordingId: string, options?: RequestOptions): Promise<RoomRecordingResource>;
  /** With its file. One that goes on is stopped. */
  delete(recordingId: string, options?: RequestOptions): Promise<void>;
  /**
   * Deletes all that pass a filter, with their files.
   *
   * @returns How many they were.
   * @throws RoomsApiError `filter-missing` when there is no filter: nobody deletes everything by leaving one out.
   */
  deleteAll(filter: RoomRecordingsFilter, options?: RequestOptions): Promise<number>;
}

const BASE = '/v2/room_recordings';
const ONE = `${BASE}/{room_recording_id}` as const;

export function roomRecordingsEndpoint(http: Http): RoomRecordingsEndpoint {
  const { GET, DELETE } = http;
  const of = (id: string) => ({ path: { room_recording_id: idOf(id) } });
  return {
    ...listOf<RoomRecordingsQuery, RoomRecordingResource>((query = {}, options = {}) =>
      http.page(
        (init) => GET(BASE, { ...init, params: { query: toParameters<'listRoomRecordings'>(query) } }),
        options,
      ),
    ),
    read: (id, options = {}) => http.data((init) => GET(ONE, { ...init, params: of(id) }), options),
    delete: (id, options = {}) => http.done((init) => DELETE(ONE, { ...init, params: of(id) }), options),
    async deleteAll(filter, options = {}) {
      const params = { query: toParameters<'deleteRoomRecordings'>({ filter }) };
      const { room_recordings: deleted } = await http.data((init) => DELETE(BASE, { ...init, params }), options);
      return deleted;
    },
  };
}
