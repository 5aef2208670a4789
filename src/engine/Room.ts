import type { RoomCommands } from './RoomCommands.ts';
import type { State } from './State.ts';
import type { Topic } from './Topic.ts';

/** A room. */
export interface Room extends RoomCommands {
  getState(): State;
  subscribeChanges(listener: (state: State, topics: ReadonlySet<Topic>) => void): () => void;
}
