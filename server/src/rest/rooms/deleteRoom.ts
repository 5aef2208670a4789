import type { RestDeps } from '../RestDeps.ts';
import { deleteRecordings } from '../roomRecordings/deleteRecordings.ts';

/**
 * Deletes a room, sends everyone in it away and ends its session, and deletes its recordings if they are to go too;
 * tells whether there was such a room.
 */
export async function deleteRoom(
  roomId: string,
  withRecordings: boolean,
  deps: Pick<RestDeps, 'repositories' | 'liveRooms' | 'storage'>,
): Promise<boolean> {
  const { rooms, sessions } = deps.repositories;
  // First of all, so that nobody who is sent away comes in again.
  if (!(await rooms.remove(roomId))) return false;
  await deps.liveRooms.closeRoom(roomId, 'room_expired');
  await sessions.endActiveOf(roomId, 'room_expired');
  if (withRecordings) await deleteRecordings({ roomId }, deps);
  return true;
}
