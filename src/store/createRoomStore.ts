import { createStore } from 'zustand/vanilla';
import type { Room } from '../engine/Room.ts';
import type { State } from '../engine/State.ts';
import type { Topic } from '../engine/Topic.ts';
import { KeyedListeners } from './KeyedListeners.ts';
import type { RoomStore } from './RoomStore.ts';

const stores = new WeakMap<Room, RoomStore>();

/** The store of a room: always the same one for the same room, so that it may be asked for in render. */
export function createRoomStore(room: Room): RoomStore {
  const existing = stores.get(room);
  if (existing) return existing;

  const snapshots = createStore<State>(() => room.getState());
  const listeners = new KeyedListeners<Topic>();
  // Never undone: the room holds the only reference, and both go together.
  room.subscribeChanges((state, topics) => {
    snapshots.setState(state, true);
    for (const topic of topics) listeners.notify(topic);
  });

  const store: RoomStore = {
    getState: snapshots.getState,
    getInitialState: snapshots.getInitialState,
    subscribe: snapshots.subscribe,
    subscribeTo: (topic, listener) => listeners.add(topic, listener),
    commands: room,
  };
  stores.set(room, store);
  return store;
}
