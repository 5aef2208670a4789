import type { Page } from '@playwright/test';
import type { RoomsApi } from '../../support/RoomsApi.ts';
import { CAST, NAMES, PLACES, QUARTER, SIGHTS, type Sight } from './cast.ts';
import { FLASHING_PART } from './clapper.ts';
import { watch } from './film.ts';
import { expect } from './fixtures.ts';
import { DARK_MS, type Glimpse, LIT_MS, type RecordedTrack } from './scenes.ts';

const SECOND = 1_000;
const DURATION_TOLERANCE_MS = 300;

/** Has a film made in which everything has its quarter; gives where to get it. */
export async function composeQuarters(
  api: RoomsApi,
  sessionId: string,
  films: readonly RecordedTrack[],
): Promise<string> {
  const quarterOf = (sight: Sight) => {
    const { x, y } = PLACES[sight];
    const source = films.find((film) => film.kind === 'video' && film.sight === sight)?.id;
    return { ...QUARTER, x_pos: x, y_pos: y, video_sources: [source] };
  };
  const id = await api.compose({
    session_id: sessionId,
    resolution: '320x180',
    video_layout: Object.fromEntries(SIGHTS.map((sight) => [sight, quarterOf(sight)])),
  });
  const read = () =>
    api.get<{ status: string; failure_reason: string | null; download_url: string }>(`/v2/room_compositions/${id}`);
  await expect.poll(async () => (await read()).status, { timeout: 60_000 }).toMatch(/completed|failed/);
  const { failure_reason, download_url } = await read();
  expect(failure_reason).toBeNull();
  return download_url;
}

/** Each scene is looked at and listened to at the end of a clap, and after it, when all is dark and still. */
export async function expectToShow(
  page: Page,
  url: string,
  scenes: readonly Glimpse[],
  [begin, end]: [number, number],
) {
  const strip = QUARTER.height * (1 - FLASHING_PART / 2);
  const points = SIGHTS.flatMap((sight) => {
    const { x, y } = PLACES[sight];
    return [30, strip].map((down) => [x + QUARTER.width / 2, y + down] as const);
  });
  const tones = NAMES.map((name) => CAST[name].hertz);
  const glances = scenes.flatMap((scene) => {
    const start = scene.second * SECOND;
    return [
      { ...scene, lit: false, at: (start + DARK_MS - begin) / SECOND },
      { ...scene, lit: true, at: (start + LIT_MS - begin) / SECOND },
    ];
  });
  const watched = await watch(
    page,
    url,
    glances.map(({ at }) => ({ at, points, tones })),
  );
  expect(Math.abs(watched.durationSecs * SECOND - (end - begin))).toBeLessThan(DURATION_TOLERANCE_MS);
  const shown = watched.glances.map(({ colours, tones }, index) => ({
    ...Object.fromEntries(SIGHTS.map((sight, place) => [sight, colours.slice(2 * place, 2 * place + 2)])),
    ...Object.fromEntries((glances[index]?.unsure ?? []).map((sight) => [sight, 'unsure'])),
    tones,
  }));
  expect(shown).toEqual(
    glances.map(({ seen, heard, unsure, lit }) => ({
      ...Object.fromEntries(
        SIGHTS.map((sight) => {
          if (unsure.includes(sight)) return [sight, 'unsure'];
          return [sight, seen.includes(sight) ? [PLACES[sight].colour, lit ? 'white' : 'black'] : ['black', 'black']];
        }),
      ),
      tones: lit ? heard.map((name) => CAST[name].hertz) : [],
    })),
  );
}
