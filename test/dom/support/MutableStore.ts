import type { RoomCommands, State } from '../../../src/engine/index.ts';
import { initialState } from '../../../src/engine/initialState.ts';
import type { Topic } from '../../../src/engine/Topic.ts';
import {
  createStaticRoomStore,
  type RoomStore,
  type StaticCommands,
  type StaticState,
} from '../../../src/store/index.ts';
import { KeyedListeners } from '../../../src/store/KeyedListeners.ts';

/** A store by hand, whose state a test changes together with the topics that say what changed. */
export class MutableStore implements RoomStore {
  readonly #listeners = new KeyedListeners<Topic>();
  #state: State;
  readonly commands: RoomCommands;

  constructor(state: StaticState, commands: StaticCommands = {}) {
    const first = createStaticRoomStore(state, commands);
    this.#state = first.getState();
    this.commands = first.commands;
  }

  readonly getState = (): State => this.#state;
  readonly getInitialState = (): State => initialState;
  readonly subscribe = (): (() => void) => () => {};
  readonly subscribeTo = (topic: Topic, listener: () => void): (() => void) => this.#listeners.add(topic, listener);

  /** Call it within `act`. */
  change(change: Partial<State>, topics: readonly Topic[]): void {
    this.#state = { ...this.#state, ...change };
    if (change.connection) this.#state = { ...this.#state, status: change.connection.status };
    for (const topic of topics) this.#listeners.notify(topic);
  }

  /** Changes one participant. */
  changeParticipant(
    id: string,
    change: Partial<State['participants'] extends ReadonlyMap<string, infer P> ? P : never>,
  ) {
    const before = this.#state.participants.get(id);
    if (!before) throw new Error(`No participant ${id} in this test's store.`);
    this.change({ participants: new Map(this.#state.participants).set(id, { ...before, ...change }) }, [
      `participant:${id}`,
    ]);
  }
}
