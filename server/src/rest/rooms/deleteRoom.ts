import type { RestDeps } from '../RestDeps.ts';

/** Deletes a room, sends everyone in it away and ends its session; tells whether there was such a room. */
export async function deleteRoom(
  roomId: string,
  { repositories: { rooms, sessions }, liveRooms }: Pick<RestDeps, 'repositories' | 'liveRooms'>,
): Promise<boolean> {
  // First of all, so that nobody who is sent away comes in again.
  if (!(await rooms.remove(roomId))) return false;
  await liveRooms.closeRoom(roomId, 'room_expired');
  await sessions.endActiveOf(roomId, 'room_expired');
  return true;
}
