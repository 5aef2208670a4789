'use client';
import { createContext, use } from 'react';
import type { Room } from '../engine/Room.ts';
import type { RoomStore } from '../store/index.ts';

/** What a provider hands down: the store to read from and, unless it is a static one, the room. */
export interface RoomContextValue {
  readonly store: RoomStore;
  readonly room: Room | null;
}

export const RoomContext = createContext<RoomContextValue | null>(null);

/** The room's store. @throws Error outside a provider. */
export function useRoomStore(): RoomStore {
  return useRoomContext().store;
}

export function useRoomContext(): RoomContextValue {
  const value = use(RoomContext);
  if (!value) {
    throw new Error('Parlour: no room here. Put <RoomProvider room={room}> (or <VideoRoom>) around this component.');
  }
  return value;
}
