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

/** Sorting costs more than seeing that they are in order already, which they mostly are: they are listed as they came. */
function inOrder(participants: Participant[]): Participant[] {
  const sorted = participants.every(
    (one, index) => index === 0 || byJoining(participants[index - 1] as Participant, one) <= 0,
  );
  return sorted ? participants : participants.sort(byJoining);
}

/** Ids of all participants: the local one first, then as they joined. One selector for each reader. */
export function createParticipantIdsSelector(): (state: State) => readonly string[] {
  const keep = stable<string>(Object.is);
  const compute = memoized((participants: State['participants']) =>
    keep(inOrder([...participants.values()]).map(({ id }) => id)),
  );
  return (state) => compute(state.participants);
}

/** A participant's camera and its other streams, kept as long as the keys of its streams are the same. */
interface TilesOfParticipant {
  readonly streams: Participant['streams'];
  readonly camera: Tile;
  readonly screens: readonly Tile[];
}

function tilesOf({ id: participantId, streams }: Participant, before: TilesOfParticipant | undefined) {
  const keys = Object.keys(streams).filter((key) => key !== 'self');
  const tile = (key: string): Tile => ({ id: streamId(participantId, key), participantId, key });
  const known = (key: string) => before?.screens.find((screen) => screen.key === key) ?? tile(key);
  return { streams, camera: before?.camera ?? tile('self'), screens: keys.map(known) };
}

/**
 * What a grid shows: for each participant its camera (also while that is off or was never on), and
 * every other stream of it, such as a shared screen, before all cameras. One selector for each reader. A tile keeps its
 * identity for as long as it is there.
 *
 * @returns A selector, whose second argument says whose camera has a tile; it is asked again when somebody comes or goes.
 */
export function createTilesSelector(): (
  state: State,
  hasCamera?: (participant: Participant) => boolean,
) => readonly Tile[] {
  const keep = stable<Tile>(Object.is);
  let known = new Map<string, TilesOfParticipant>();
  /** In the order in which they were listed last: mostly the same people are there again. */
  let listed: TilesOfParticipant[] = [];
  let last: { participants: State['participants']; hasCamera: unknown; tiles: readonly Tile[] } | null = null;

  const list = (
    participants: { forEach(callback: (participant: Participant) => void): void },
    hasCamera?: (participant: Participant) => boolean,
  ) => {
    const next: TilesOfParticipant[] = [];
    const [screens, people]: [Tile[], Tile[]] = [[], []];
    let before: Participant | null = null;
    let sorted = true;
    // A generator would take longer than all that is done here.
    participants.forEach((participant) => {
      if (before && byJoining(before, participant) > 0) sorted = false;
      before = participant;
      const same = listed[next.length];
      let own = same?.camera.participantId === participant.id ? same : known.get(participant.id);
      if (own?.streams !== participant.streams) {
        own = tilesOf(participant, own);
        known.set(participant.id, own);
      }
      next.push(own);
      if (!hasCamera || hasCamera(participant)) people.push(own.camera);
      if (own.screens.length > 0) screens.push(...own.screens);
    });
    listed = next;
    return { sorted, tiles: screens.length > 0 ? [...screens, ...people] : people };
  };

  return (state, hasCamera) => {
    const { participants } = state;
    if (last?.participants === participants && last.hasCamera === hasCamera) return last.tiles;
    const asTheyCame = list(participants, hasCamera);
    const { tiles } = asTheyCame.sorted ? asTheyCame : list(inOrder([...participants.values()]), hasCamera);
    // Those who left are forgotten, not one by one, but when there are as many of them as of those who are here.
    if (known.size > 2 * participants.size) known = new Map([...known].filter(([id]) => participants.has(id)));
    last = { participants, hasCamera, tiles: keep(tiles) };
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
