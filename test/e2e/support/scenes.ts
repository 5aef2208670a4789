import type { Name, Sight } from './cast.ts';
import { CLAP_MS } from './clapper.ts';
import { expect } from './fixtures.ts';
import { secondOf } from './offsets.ts';
import { type Clap, clapsOf, type RecordedClaps, type Recording } from './recordings.ts';

const SECOND = 1_000;
/** When the film is looked at, by the beginning of a second: pages that are busy begin and end their claps late. */
export const LIT_MS = CLAP_MS - 100;
export const DARK_MS = 700;
/** So far from that a clap has to begin and end in the files: films have fewer pictures, and tones take a while. */
const APART_MS = 60;

/** A stretch of the call: who can be seen and heard at the seconds that begin in it. */
export interface Scene {
  readonly seconds: readonly number[];
  readonly seen: readonly Sight[];
  readonly heard: readonly Name[];
  /** Who may be seen or not: pictures, unlike sound, are sent again when the line is back soon. */
  readonly unsure: readonly Sight[];
}

/** A scene, and a second of it in which there is all that belongs there. */
export interface Glimpse extends Omit<Scene, 'seconds'> {
  readonly second: number;
}

/** A recording, and what is in its file. */
export interface RecordedTrack extends RecordedClaps {
  readonly id: string;
  readonly name: Name;
  readonly kind: 'audio' | 'video';
  readonly sight: Sight;
  readonly endedAt: number;
}

/** Looks into the file of a recording. */
export async function openTrack(
  folder: string,
  recording: Recording,
  nameOf: ReadonlyMap<string, Name>,
): Promise<RecordedTrack> {
  const { id, type, stream_key, participant_id, ended_at } = recording;
  const name = nameOf.get(participant_id) as Name;
  const sight = stream_key === 'presentation' ? 'screen' : name;
  return { ...(await clapsOf(folder, recording)), id, name, kind: type, sight, endedAt: Date.parse(ended_at ?? '') };
}

const isPartOf = ({ kind, name, sight }: RecordedTrack, { seen, heard }: Scene) =>
  kind === 'audio' ? heard.includes(name) : seen.includes(sight);

const isUnsure = ({ kind, sight }: RecordedTrack, { unsure }: Scene) => kind === 'video' && unsure.includes(sight);

/** Whether a clap of that second is there when the film is looked at the first time, and over at the second time. */
const isWholeIn =
  (second: number) =>
  ({ begin, end }: Clap): boolean => {
    const [lit, dark] = [second * SECOND + LIT_MS, second * SECOND + DARK_MS];
    return begin < lit - APART_MS && end > lit + APART_MS && end < dark - APART_MS;
  };

/**
 * The last second of a scene of which all have the flash or beep that should have it; nobody has one who should not, in
 * any second of it. A browser that is busy leaves one out now and then, or is late with it.
 */
export function completeSecond(films: readonly RecordedTrack[], scene: Scene): number {
  const held = (film: RecordedTrack) => film.claps.map(secondOf).filter((second) => scene.seconds.includes(second));
  for (const film of films.filter((film) => !isPartOf(film, scene) && !isUnsure(film, scene))) {
    expect(held(film), `${film.kind} of ${film.sight}, who was not there`).toEqual([]);
  }
  const parts = films.filter((film) => isPartOf(film, scene));
  const about = parts.map((film) => `${film.kind} of ${film.sight}: ${held(film)}`).join('; ');
  const complete = scene.seconds.findLast((second) => parts.every(({ claps }) => claps.some(isWholeIn(second))));
  expect(complete, `a second of ${scene.seconds} that all have; ${about}`).toBeDefined();
  return complete as number;
}
