'use client';
import type { Room } from '../engine/Room.ts';
import { useRoomContext } from './RoomContext.ts';

/**
 * The room of the nearest provider, to call its methods in event handlers. It never causes a render;
 * read state with the other hooks.
 *
 * @throws Error outside a provider, and under a static store, which has no room.
 */
export function useRoom(): Room {
  const { room } = useRoomContext();
  if (!room)
    throw new Error('Parlour: this provider shows a static store. useRoom() needs <RoomProvider room={room}>.');
  return room;
}
