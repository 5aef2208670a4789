import { MediaPath } from '../support/faults/MediaPath.ts';
import { SignallingLine } from '../support/faults/SignallingLine.ts';
import { CAST, NAMES, type Name, SIGHTS } from './support/cast.ts';
import { clapper } from './support/clapper.ts';
import { composeQuarters, expectToShow } from './support/filmOfCall.ts';
import { expect } from './support/fixtures.ts';
import { mediansOf, offsetsOf } from './support/offsets.ts';
import type { Person } from './support/Person.ts';
import { test as base } from './support/recordedRoom.ts';
import { recordingsOf, settledRecordings } from './support/recordings.ts';
import { completeSecond, DARK_MS, openTrack, type RecordedTrack, type Scene } from './support/scenes.ts';

interface Fixtures {
  /** What the media of one person goes through, and their signalling. */
  path: { media: MediaPath; line: SignallingLine };
}

const test = base.extend<Fixtures>({
  path: async ({ server }, use) => {
    const line = await SignallingLine.start(server.url);
    const media = await MediaPath.start();
    line.rewriteJoin = media.rewriteJoin;
    await use({ media, line });
    await line.close();
    await media.close();
  },
});

// Pictures of the pages, and large ones in them, would take the time of those who are measured.
test.use({ trace: 'off', viewport: { width: 480, height: 360 } });

const SECOND = 1_000;
const DURATION_TOLERANCE_MS = 300;
const MOST_OFFSET_MS = 100;
/** Lets so many seconds begin, up to a moment between two flashes; of the last one, too, all is over that is looked at. */
async function seconds(count: number): Promise<number[]> {
  const first = Math.floor(Date.now() / SECOND) + 1;
  const end = (first + count - 1) * SECOND + DARK_MS;
  await expect.poll(() => Date.now(), { intervals: [50] }).toBeGreaterThan(end);
  return Array.from({ length: count }, (_, index) => first + index);
}

/** When something was begun, and when it was done. */
async function during(action: () => Promise<void>): Promise<[from: number, to: number]> {
  const from = Date.now();
  await action();
  return [from, Date.now()];
}

function turn({ page }: Person, device: 'camera' | 'microphone' | 'screen', on: boolean): Promise<void> {
  return page.evaluate(([name, on]) => window.room.devices[name][on ? 'enable' : 'disable'](), [device, on] as const);
}

test('a call of three people, with all that happens in one, is recorded as it was, and so is the film of it', async ({
  join,
  api,
  roomId,
  path: { media, line },
  page,
  folder,
}) => {
  test.setTimeout(180_000);
  const scenes: Scene[] = [];
  const play = async (count: number, seen: Scene['seen'], heard: Scene['heard'], unsure: Scene['unsure'] = []) => {
    scenes.push({ seconds: await seconds(count), seen, heard, unsure });
  };
  const recorded = (count: number) => expect.poll(async () => (await recordingsOf(api, roomId)).length).toBe(count);

  // The window of who comes late is there from the start: opening one takes longer than the call goes on by then.
  const [ada, grace, edsger] = await Promise.all([
    join('Ada', { initScript: clapper(CAST.Ada) }),
    join('Grace', { initScript: clapper(CAST.Grace) }),
    join('Edsger', { initScript: clapper(CAST.Edsger), serverUrl: line.url, lobby: true, devices: [] }),
  ]);
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  await recorded(4);
  await play(2, ['Ada', 'Grace'], ['Ada', 'Grace']);

  await turn(ada, 'microphone', false);
  await turn(grace, 'camera', false);
  await play(3, ['Ada'], ['Grace']);

  await turn(ada, 'microphone', true);
  await turn(grace, 'camera', true);
  await ada.expectToReceiveVideo('Grace');
  await grace.expectToReceive('Ada');
  await play(2, ['Ada', 'Grace'], ['Ada', 'Grace']);

  await edsger.page.getByRole('button', { name: 'Join' }).click();
  await edsger.expectConnected();
  await turn(edsger, 'microphone', true);
  await turn(edsger, 'camera', true);
  await ada.expectToReceive('Edsger');
  await recorded(6);
  await play(3, NAMES, NAMES);

  await turn(grace, 'screen', true);
  await recorded(7);
  await play(3, SIGHTS, NAMES);
  const unshared = await during(() => turn(grace, 'screen', false));

  line.down();
  media.block();
  await expect(edsger.page.locator('.parlour-room')).toHaveAttribute('data-status', 'reconnecting');
  await play(3, ['Ada', 'Grace'], ['Ada', 'Grace'], ['Edsger']);
  // What was sent at the end of that is lost by now.
  await seconds(1);
  media.open();
  line.up();
  await edsger.expectConnected();
  await ada.expectToReceive('Edsger');
  await play(3, NAMES, NAMES);

  const people = [ada, grace, edsger];
  const ids = await Promise.all(
    people.map(({ page }) => page.evaluate(() => window.room.getState().localParticipantId)),
  );
  const nameOf = new Map(people.map(({ name }, index) => [ids[index] as string, name as Name]));
  const left = await during(() => ada.page.evaluate(() => window.room.disconnect()));
  await play(2, ['Grace', 'Edsger'], ['Grace', 'Edsger']);
  const ended = await during(() => api.act(roomId, 'end'));

  const recordings = await settledRecordings(api, roomId);
  expect(recordings.map(({ status }) => status)).toEqual(Array(7).fill('completed'));
  const films = await Promise.all(recordings.map((recording) => openTrack(folder, recording, nameOf)));
  for (const film of films) {
    const { kind, sight, name, codec, begin, end, endedAt } = film;
    const about = `${kind} of ${sight}`;
    console.log(`${about}: ${codec}, ${Math.round(end - begin)} ms, to ${Math.round(end - endedAt)} ms after its end`);
    expect(codec, about).toBe(kind === 'audio' ? 'opus' : 'vp8');
    // Nobody sends any more from when they began to end it; the server knows it when it is told.
    const [from, to] = sight === 'screen' ? unshared : name === 'Ada' ? left : ended;
    expect(endedAt, `${about}: when it ended`).toBeGreaterThan(from - DURATION_TOLERANCE_MS);
    expect(endedAt, `${about}: when it ended`).toBeLessThan(to + DURATION_TOLERANCE_MS);
    const last = kind === 'audio' ? endedAt : from;
    expect(end, `${about}: the end of its file`).toBeGreaterThan(last - DURATION_TOLERANCE_MS);
    expect(end, `${about}: the end of its file`).toBeLessThan(endedAt + DURATION_TOLERANCE_MS);
  }
  for (const { name, page } of people) {
    const [picture, sound] = (['video', 'audio'] as const).map((kind) =>
      films.find((film) => film.kind === kind && film.sight === name),
    ) as [RecordedTrack, RecordedTrack];
    const offsets = offsetsOf(picture.claps, sound.claps, await page.evaluate(() => window.claps));
    const medians = mediansOf(offsets);
    console.log(`${name}: the picture is ${offsets.map(Math.round).join(', ')} ms behind the sound`);
    expect(medians.length).toBeGreaterThan(5);
    expect(Math.max(...medians.map(Math.abs)), `${name}: picture and sound`).toBeLessThanOrEqual(MOST_OFFSET_MS);
  }

  const span: [number, number] = [
    Math.min(...films.map(({ begin }) => begin)),
    Math.max(...films.map(({ end, endedAt }) => Math.max(end, endedAt))),
  ];
  const glimpses = scenes.map((scene) => ({ ...scene, second: completeSecond(films, scene) }));
  await expectToShow(page, await composeQuarters(api, recordings[0]?.session_id ?? '', films), glimpses, span);
});
