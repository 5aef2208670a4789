import type { State, Stream } from '../engine/State.ts';
import { streamId } from '../engine/Topic.ts';
import { inOrder } from './byJoining.ts';
import type { Tile } from './createTilesSelector.ts';

/** Remembers the last answer for the last argument, so that the same map gives the same list. */
function memoized<Argument, Result>(compute: (argument: Argument) => Result): (argument: Argument) => Result {
  let last: { argument: Argument; result: Result } | null = null;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: compute(argument) };
    return last.result;
  };
}

/** A list with the same contents as before keeps its identity. */
function stable<Item>(same: (a: Item, b: Item) => boolean): (next: readonly Item[]) => readonly Item[] {
  let previous: readonly Item[] = [];
  return (next) => {
    const unchanged =
      next.length === previous.length && next.every((item, index) => same(item, previous[index] as Item));
    if (!unchanged) previous = next;
    return previous;
  };
}

/** Ids of all participants: the local one first, then as they joined. One selector for each reader. */
export function createParticipantIdsSelector(): (state: State) => readonly string[] {
  const keep = stable<string>(Object.is);
  const compute = memoized((participants: State['participants']) =>
    keep(inOrder([...participants.values()]).map(({ id }) => id)),
  );
  return (state) => compute(state.participants);
}

/** All streams of others, with their audio on or off. One selector for each reader. */
export function createRemoteStreamsSelector(): (state: State) => readonly Tile[] {
  const keep = stable<Tile>((a, b) => a.id === b.id);
  const compute = memoized((streams: State['streams']) =>
    keep(
      [...streams.values()]
        .filter((stream) => stream.origin !== 'local')
        .map(({ id, participantId, key }) => ({ id, participantId, key })),
    ),
  );
  return (state) => compute(state.streams);
}

/** A participant's stream of that key. */
export function selectStream(state: State, participantId: string, key: string): Stream | undefined {
  return state.streams.get(streamId(participantId, key));
}
