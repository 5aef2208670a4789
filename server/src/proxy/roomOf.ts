import type { Target } from './operations.ts';
import type { RoomServerAccess } from './RoomServerAccess.ts';

const COLLECTIONS: Readonly<Record<string, string>> = {
  room_session_id: 'room_sessions',
  room_participant_id: 'room_participants',
  room_recording_id: 'room_recordings',
  room_composition_id: 'room_compositions',
  webhook_delivery_id: 'webhook_deliveries',
};

/** Gives the room that an operation is about, asked of the server at most once, and only where it is not in the path. */
export function roomOf({ params }: Target, server: RoomServerAccess): () => Promise<string | null> {
  const read = async (collection: string, id: string): Promise<Record<string, unknown> | null> => {
    const answer = await server.send({ method: 'GET', path: `/v2/${collection}/${encodeURIComponent(id)}` });
    return answer.ok ? ((await answer.json()) as { data: Record<string, unknown> }).data : null;
  };
  const find = async (): Promise<string | null> => {
    if (params.room_id !== undefined) return params.room_id;
    const [[name = '', id] = []] = Object.entries(params);
    const collection = COLLECTIONS[name];
    if (collection === undefined || id === undefined) return null;
    const resource = await read(collection, id);
    if (resource === null) return null;
    // A participant is in a session, and that in a room.
    const owner = 'room_id' in resource ? resource : await read('room_sessions', String(resource.session_id));
    return typeof owner?.room_id === 'string' ? owner.room_id : null;
  };
  let found: Promise<string | null> | undefined;
  return () => {
    found ??= find();
    return found;
  };
}
