import { act, render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { RoomControls, RoomProvider, VideoGrid } from '../../../src/components/index.ts';
import { createRoomStore, type RoomStore } from '../../../src/store/index.ts';
import { createFakeRoom } from '../../../src/testing/index.ts';
import { countRenders } from '../../support/dom/countRenders.ts';

// Buttons of the bar whose code comes later: they would come in the middle of an event.
beforeAll(() => import('../../../src/components/device-settings/devicePieces.ts'));

/** A room full of tiles, and what an event in it costs: commits, renders, and how often anybody looks at the state. */
async function roomOf(count: number) {
  const fake = createFakeRoom({
    capacity: count + 1,
    room: { initialDemand: { audio: 0, video: 0 } },
    people: Array.from({ length: count - 1 }, (_, index) => ({ id: `p${index}`, name: `Person ${index}` })),
  });
  let looks = 0;
  const ofRoom = createRoomStore(fake.room);
  const store: RoomStore = {
    ...ofRoom,
    getState: () => {
      looks += 1;
      return ofRoom.getState();
    },
  };
  const { unmount } = render(
    <RoomProvider store={store}>
      <VideoGrid pageSize={count} />
      <RoomControls />
    </RoomProvider>,
  );
  await act(fake.connect);
  await act(fake.settle);
  const cost = async (change: () => Promise<unknown>) => {
    looks = 0;
    const { commits, rendered } = await countRenders(() => act(change));
    return { commits, rendered, looks };
  };
  return { ...fake, cost, unmount };
}

const person = (fake: Awaited<ReturnType<typeof roomOf>>, id: string) => fake.people.get(id);

/** What happens all the time in a call. */
const EVENTS: readonly [name: string, happen: (fake: Awaited<ReturnType<typeof roomOf>>) => Promise<unknown>][] = [
  ['somebody speaks', (fake) => person(fake, 'p1').speak()],
  ['somebody else speaks', (fake) => person(fake, 'p2').speak()],
  ['somebody is muted', (fake) => person(fake, 'p3').mute()],
  ['a camera goes off', (fake) => person(fake, 'p4').stopCamera()],
  ['a name changes', (fake) => person(fake, 'p5').rename('Ada')],
  ['somebody leaves', (fake) => person(fake, 'p6').leave()],
  ['somebody comes', (fake) => fake.people.add({ id: 'new', name: 'New' })],
  ['a device is turned on', (fake) => fake.room.devices.microphone.enable()],
];

describe('in a room of 1,000', () => {
  it('a change of who speaks renders no component, a mute at most 3, and a level none', async () => {
    const fake = await roomOf(1_000);
    for (const index of [7, 9]) {
      const { commits, rendered } = await fake.cost(() => person(fake, `p${index}`).speak());
      expect({ commits, rendered }).toEqual({ commits: 0, rendered: [] });
      expect(screen.getByRole('group', { name: `Person ${index}` }).dataset.speaking).toBe('');
    }
    for (const muting of [() => person(fake, 'p9').mute(), () => person(fake, 'p9').unmute()]) {
      const muted = await fake.cost(muting);
      expect(muted.rendered.length).toBeGreaterThan(0);
      expect(muted.rendered.length).toBeLessThanOrEqual(3);
    }
    const level = await fake.cost(() => person(fake, 'p9').setAudioLevel(0.7));
    expect(level).toEqual({ commits: 0, rendered: [], looks: 0 });
    fake.unmount();
  }, 60_000);

  it('every event costs at most twice what it costs in a room of 10', async () => {
    const [small, large] = [await roomOf(10), await roomOf(1_000)];
    for (const [name, happen] of EVENTS) {
      const inSmall = await small.cost(() => happen(small));
      const inLarge = await large.cost(() => happen(large));
      // Of each of them somebody takes notice, though not by a render.
      expect.soft(inSmall.looks, name).toBeGreaterThan(0);
      expect.soft(inLarge.commits, `commits: ${name}`).toBeLessThanOrEqual(2 * inSmall.commits);
      expect.soft(inLarge.rendered.length, `renders: ${name}`).toBeLessThanOrEqual(2 * inSmall.rendered.length);
      expect.soft(inLarge.looks, `looks at the state: ${name}`).toBeLessThanOrEqual(2 * inSmall.looks);
    }
    small.unmount();
    large.unmount();
  }, 60_000);
});
