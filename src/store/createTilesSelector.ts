import { type Chunk, PersistentMap } from '../engine/PersistentMap.ts';
import type { Participant, State } from '../engine/State.ts';
import { streamId } from '../engine/Topic.ts';
import { byJoining, inOrder } from './byJoining.ts';

/** One thing to show: a participant's camera, or a screen that it shares. */
export interface Tile {
  /** `participantId/streamKey`, unique in the room and stable. */
  readonly id: string;
  readonly participantId: string;
  readonly key: string;
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

type HasCamera = (participant: Participant) => boolean;
type People = Chunk<string, Participant>;

/** The tiles of some participants. */
interface TilesOfChunk {
  readonly people: People;
  readonly first: Participant | undefined;
  readonly last: Participant | undefined;
  /** They are listed as they joined. */
  readonly sorted: boolean;
  readonly screens: readonly Tile[];
  readonly cameras: readonly Tile[];
}

const chunksOf = (participants: State['participants']): readonly People[] =>
  participants instanceof PersistentMap ? participants.chunks : [[...participants]];

/** Who is in one chunk joined before who is in the next. */
function inSequence(chunks: readonly TilesOfChunk[]): boolean {
  let before: Participant | undefined;
  for (const { sorted, first, last } of chunks) {
    if (!sorted || (before && first && byJoining(before, first) > 0)) return false;
    before = last ?? before;
  }
  return true;
}

/**
 * What a grid shows: for each participant its camera (also while that is off or was never on), and
 * every other stream of it, such as a shared screen, before all cameras. One selector for each reader. A tile keeps its
 * identity for as long as it is there. Of a large room it looks only at that part of the participants that has changed.
 *
 * @returns A selector, whose second argument says whose camera has a tile; it is asked again when somebody comes or goes.
 */
export function createTilesSelector(): (state: State, hasCamera?: HasCamera) => readonly Tile[] {
  let known = new Map<string, TilesOfParticipant>();
  let listed: readonly TilesOfChunk[] = [];
  let last: { participants: State['participants']; hasCamera: unknown; tiles: readonly Tile[] } | null = null;

  const listChunk = (people: People, hasCamera: HasCamera | undefined): TilesOfChunk => {
    const [screens, cameras]: [Tile[], Tile[]] = [[], []];
    let first: Participant | undefined;
    let before: Participant | undefined;
    let sorted = true;
    for (const entry of people) {
      if (!entry) continue;
      const [id, participant] = entry;
      if (before && byJoining(before, participant) > 0) sorted = false;
      first ??= participant;
      before = participant;
      let own = known.get(id);
      if (own?.streams !== participant.streams) {
        own = tilesOf(participant, own);
        known.set(id, own);
      }
      if (!hasCamera || hasCamera(participant)) cameras.push(own.camera);
      screens.push(...own.screens);
    }
    return { people, first, last: before, sorted, screens, cameras };
  };

  const list = (chunks: readonly People[], hasCamera: HasCamera | undefined): readonly TilesOfChunk[] => {
    const before = last?.hasCamera === hasCamera ? listed : [];
    return chunks.map((people, index) => {
      const same = before[index];
      return same?.people === people ? same : listChunk(people, hasCamera);
    });
  };

  return (state, hasCamera) => {
    const { participants } = state;
    if (last?.participants === participants && last.hasCamera === hasCamera) return last.tiles;
    listed = list(chunksOf(participants), hasCamera);
    if (!inSequence(listed)) {
      listed = list([inOrder([...participants.values()]).map((one) => [one.id, one] as const)], hasCamera);
    }
    const lists = [...listed.map(({ screens }) => screens), ...listed.map(({ cameras }) => cameras)];
    const tiles = ([] as Tile[]).concat(...lists);
    // Those who left are forgotten, not one by one, but when there are as many of them as of those who are here.
    if (known.size > 2 * participants.size) known = new Map([...known].filter(([id]) => participants.has(id)));
    const same = tiles.length === last?.tiles.length && last.tiles.every((tile, index) => tile === tiles[index]);
    last = { participants, hasCamera, tiles: same ? (last?.tiles ?? tiles) : tiles };
    return last.tiles;
  };
}
