import type { Participant, State, Stream } from '../engine/State.ts';
import { streamId } from '../engine/Topic.ts';

/** One thing to show: a participant's camera, or a screen that it shares. */
export interface Tile {
  /** `participantId/streamKey`, unique in the room and stable. */
  readonly id: string;
  readonly participantId: string;
  readonly key: string;
}

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

const byJoining = (a: Participant, b: Participant) =>
  Number(b.origin === 'local') - Number(a.origin === 'local') ||
  a.joinedAt.getTime() - b.joinedAt.getTime() ||
  (a.id < b.id ? -1 : 1);

/** Ids of all participants: the local one first, then as they joined. One selector for each reader. */
export function createParticipantIdsSelector(): (state: State) => readonly string[] {
  const keep = stable<string>(Object.is);
  const compute = memoized((participants: State['participants']) =>
    keep([...participants.values()].sort(byJoining).map(({ id }) => id)),
  );
  return (state) => compute(state.participants);
}

/**
 * What a grid shows: for each participant its camera (also while that is off or was never on), and
 * every other stream of it, such as a shared screen, before all cameras. One selector for each reader.
 */
export function createTilesSelector(): (state: State) => readonly Tile[] {
  const keep = stable<Tile>((a, b) => a.id === b.id);
  const ids = createParticipantIdsSelector();
  let last: { participants: State['participants']; tiles: readonly Tile[] } | null = null;
  return (state) => {
    if (last?.participants !== state.participants) {
      const screens: Tile[] = [];
      const people: Tile[] = [];
      for (const participantId of ids(state)) {
        people.push({ id: streamId(participantId, 'self'), participantId, key: 'self' });
        for (const key of Object.keys(state.participants.get(participantId)?.streams ?? {})) {
          if (key !== 'self') screens.push({ id: streamId(participantId, key), participantId, key });
        }
      }
      last = { participants: state.participants, tiles: keep([...screens, ...people]) };
    }
    return last.tiles;
  };
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
