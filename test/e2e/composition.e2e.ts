import { hummingIn, watch } from './support/film.ts';
import { expect } from './support/fixtures.ts';
import { test } from './support/recordedRoom.ts';
import { type Recording, recordingsOf } from './support/recordings.ts';

interface Composition {
  readonly status: string;
  readonly failure_reason: string | null;
  readonly duration_secs: number;
  readonly download_url: string;
}

const [ADA_HERTZ, GRACE_HERTZ] = [440, 1000];

/** So long that a glance in its middle is far from where it begins and ends. */
async function aWhile(): Promise<void> {
  const until = Date.now() + 1500;
  await expect.poll(() => Date.now()).toBeGreaterThan(until);
}

test('a film of a call shows and sounds everyone in their place at their time, in a browser', async ({
  join,
  api,
  roomId,
  page,
}) => {
  const recorded = (count: number) => expect.poll(async () => (await recordingsOf(api, roomId)).length).toBe(count);
  const ada = await join('Ada', { initScript: hummingIn('red', ADA_HERTZ) });
  await recorded(2);
  await aWhile();
  const grace = await join('Grace', { initScript: hummingIn('blue', GRACE_HERTZ, 'green') });
  await recorded(4);
  await aWhile();
  await grace.page.evaluate(() => window.room.devices.screen.enable());
  await recorded(5);
  await aWhile();
  await grace.page.evaluate(() => window.room.devices.screen.disable());
  const ended = async () => (await recordingsOf(api, roomId)).filter(({ ended_at }) => ended_at !== null).length;
  await expect.poll(ended).toBe(1);
  await aWhile();
  await ada.page.evaluate(() => window.room.disconnect());
  await expect.poll(ended).toBe(3);
  await aWhile();
  await api.act(roomId, 'end');
  await expect.poll(ended).toBe(5);

  const all = await recordingsOf(api, roomId);
  const graceId = await grace.page.evaluate(() => window.room.getState().localParticipantId);
  const find = (grace: boolean, type: string, key: string) =>
    all.find(
      (one) => (one.participant_id === graceId) === grace && one.type === type && one.stream_key === key,
    ) as Recording;
  const cameras = [find(false, 'video', 'self'), find(true, 'video', 'self')] as const;
  const screen = find(true, 'video', 'presentation');
  const id = await api.compose({
    session_id: screen.session_id,
    resolution: '320x180',
    video_layout: {
      screen: { z_pos: 1, x_pos: 240, y_pos: 120, width: 80, height: 60, video_sources: [screen.id] },
      people: { video_sources: cameras.map((camera) => camera.id) },
    },
  });
  const read = () => api.get<Composition>(`/v2/room_compositions/${id}`);
  await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toMatch(/completed|failed/);
  const film = await read();
  expect(film.failure_reason).toBeNull();

  const start = Math.min(...all.map(({ started_at }) => Date.parse(started_at)));
  const at = (time: string | null) => (Date.parse(time ?? '') - start) / 1000;
  const between = (from: number, to: number) => (from + to) / 2;
  const [comes, shows] = [at(cameras[1].started_at), at(screen.started_at)];
  const [hides, goes] = [at(screen.ended_at), at(cameras[0].ended_at)];
  const end = Math.max(...all.map(({ ended_at }) => at(ended_at)));
  const moments = [
    [0, comes],
    [comes, shows],
    [shows, hides],
    [hides, goes],
    [goes, end],
  ] as const;
  const points = [
    [40, 90],
    [300, 60],
    [280, 150],
    [280, 122],
  ] as const;
  const watched = await watch(
    page,
    film.download_url,
    moments.map(([from, to]) => ({ at: between(from, to), points, tones: [ADA_HERTZ, GRACE_HERTZ] })),
  );
  expect(watched).toMatchObject({ width: 320, height: 180, played: true });
  expect(Math.abs(watched.durationSecs - end)).toBeLessThan(0.3);
  expect(watched.glances).toEqual([
    { colours: ['red', 'red', 'red', 'red'], tones: [ADA_HERTZ] },
    { colours: ['red', 'blue', 'blue', 'blue'], tones: [ADA_HERTZ, GRACE_HERTZ] },
    // Of a screen everything is seen, with black above and below where it is wider than its place.
    { colours: ['red', 'blue', 'green', 'black'], tones: [ADA_HERTZ, GRACE_HERTZ] },
    { colours: ['red', 'blue', 'blue', 'blue'], tones: [ADA_HERTZ, GRACE_HERTZ] },
    { colours: ['blue', 'blue', 'blue', 'blue'], tones: [GRACE_HERTZ] },
  ]);
});
