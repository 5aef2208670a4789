import type { StoreApi } from 'zustand/vanilla';
import type { RoomCommands } from '../engine/RoomCommands.ts';
import type { State } from '../engine/State.ts';
import type { Topic } from '../engine/Topic.ts';

/**
 * What React reads a room from. It cannot be written: commands go to the room, and their effects
 * come back as state.
 */
export interface RoomStore extends Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'> {
  /**
   * Calls `listener` after a change of that part of the state only, so that the cost of an event does
   * not grow with the number of people in the room.
   */
  subscribeTo(topic: Topic, listener: () => void): () => void;
  readonly commands: RoomCommands;
}
