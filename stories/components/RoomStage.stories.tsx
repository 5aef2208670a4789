import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { RoomProvider, RoomStage, type RoomStageProps } from '../../src/components/index.ts';
import { type RoomLayout, useLayout } from '../../src/hooks/index.ts';
import { createStaticRoomStore } from '../../src/store/index.ts';
import { createFakeRoom, type FakeRoom } from '../../src/testing/index.ts';
import { people } from '../support/people.ts';
import { personTrack, screenTrack } from '../support/scenes.ts';
import { type Person, roomOf } from '../support/snapshots.ts';

/** All pictures of a room, in one of its layouts. Tiles stay mounted, whatever layout is chosen. */
const meta = { title: 'Components/RoomStage', component: RoomStage } satisfies Meta<typeof RoomStage>;
export default meta;
type Story = StoryObj;

interface Scene extends RoomStageProps {
  width?: number;
  height?: number;
  screens?: number;
}

function withScreens(room: Person[], screens: number): Person[] {
  return room.map((person, index) => (index > 0 && index <= screens ? { ...person, screen: screenTrack() } : person));
}

const stage = (room: () => Person[], { width = 1040, height = 620, screens = 0, ...props }: Scene = {}): Story => ({
  render: () => (
    <RoomProvider store={createStaticRoomStore(roomOf(withScreens(room(), screens)))}>
      <div style={{ width, height, maxWidth: '100%' }}>
        <RoomStage {...props} />
      </div>
    </RoomProvider>
  ),
});
const phone = { width: 366, height: 700 };
const speaker = { layout: 'speaker' } as const;

export const Speaker = stage(() => people(5), speaker);
export const SpeakerOfTwo = stage(() => people(2), speaker);
export const SpeakerOfSixteen = stage(() => people(16), speaker);
export const SpeakerOnAPhone = stage(() => people(6), { ...speaker, ...phone });
export const SpeakerWithScreen = stage(() => people(9), { ...speaker, screens: 1 });
export const TwoScreens = stage(() => people(5), { layout: 'focus', screens: 2 });
export const TwoScreensOnAPhone = stage(() => people(4), { layout: 'focus', screens: 2, ...phone });
export const Spotlight = stage(() => people(7), { spotlight: ['person-3', 'person-6'] });
export const ManyPages = stage(() => people(120));
export const ManyOnAPhone = stage(() => people(49), phone);
export const SelfFloats = stage(() => people(2), { selfView: 'floating', ...phone });
export const Webinar = stage(
  () => [...people(3), ...people(40).map((person) => ({ ...person, camera: undefined, watching: true }))],
  { layout: 'speaker' },
);

const tileOf = (canvas: HTMLElement, name: string) => within(canvas).getByRole('group', { name });
const videos = (canvas: HTMLElement) => [...canvas.querySelectorAll('video')];

function Choice() {
  const { layout, setLayout } = useLayout();
  const layouts: RoomLayout[] = ['grid', 'speaker', 'focus'];
  return (
    <p>
      {layouts.map((one) => (
        <button key={one} type="button" aria-pressed={layout === one} onClick={() => setLayout(one)}>
          {one}
        </button>
      ))}
    </p>
  );
}

/** No tile is mounted anew, and no observer complains. */
export const ChangingLayouts: Story = {
  render: () => (
    <RoomProvider store={createStaticRoomStore(roomOf(people(9)))}>
      <Choice />
      <div style={{ width: 1040, height: 560, maxWidth: '100%' }}>
        <RoomStage />
      </div>
    </RoomProvider>
  ),
  play: async ({ canvasElement }) => {
    const errors: string[] = [];
    const note = (event: ErrorEvent) => errors.push(event.message);
    window.addEventListener('error', note);
    const before = videos(canvasElement);
    // Two of them have their camera off.
    await expect(before).toHaveLength(7);
    for (const layout of ['speaker', 'focus', 'grid']) {
      await userEvent.click(within(canvasElement).getByRole('button', { name: layout }));
      await waitFor(() => expect(canvasElement.querySelector('.parlour-stage')).toHaveAttribute('data-layout', layout));
      await expect(videos(canvasElement)).toEqual(before);
    }
    window.removeEventListener('error', note);
    await expect(errors).toEqual([]);
  },
};

function Resizable() {
  const [small, setSmall] = useState(false);
  return (
    <>
      <button type="button" aria-pressed={small} onClick={() => setSmall(!small)}>
        small
      </button>
      <div style={{ width: small ? 400 : 700, height: small ? 300 : 560, maxWidth: '100%' }}>
        <RoomStage />
      </div>
    </>
  );
}

/** In a smaller box there are several pages, and no observer complains of the footer that comes with them. */
export const Resizing: Story = {
  render: () => (
    <RoomProvider store={createStaticRoomStore(roomOf(people(9)))}>
      <Resizable />
    </RoomProvider>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const errors: string[] = [];
    const note = (event: ErrorEvent) => errors.push(event.message);
    window.addEventListener('error', note);
    const small = canvas.getByRole('button', { name: 'small' });
    await userEvent.click(small);
    await expect(await canvas.findByRole('status')).toHaveTextContent(/^Page 1 of \d/);
    await userEvent.click(small);
    await waitFor(() => expect(canvas.queryByRole('status')).toBeNull());
    window.removeEventListener('error', note);
    await expect(errors).toEqual([]);
  },
};

/** The keyboard reaches a tile's pin; pinned is large. */
export const Pinning: Story = {
  ...stage(() => people(5)),
  play: async ({ canvasElement }) => {
    const pin = within(tileOf(canvasElement, 'Alan Turing')).getByRole('button', { name: 'Pin Alan Turing' });
    while (document.activeElement !== pin) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(pin).toHaveAttribute('aria-pressed', 'true');
    await expect(pin).toHaveFocus();
    const cells = [...canvasElement.querySelectorAll<HTMLElement>('.parlour-stage-cell')];
    const area = (cell: HTMLElement) => cell.offsetWidth * cell.offsetHeight;
    const largest = cells.toSorted((a, b) => area(b) - area(a))[0];
    await expect(largest).toContainElement(pin);
    await userEvent.keyboard('{Enter}');
    await expect(pin).toHaveAttribute('aria-pressed', 'false');
  },
};

const status = (canvas: HTMLElement) => within(canvas).getByRole('status');

/** Pages turn by their buttons and by PageDown, and the focus stays. */
export const TurningPages: Story = {
  ...stage(() => people(60), { width: 700, height: 400 }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(status(canvasElement)).toHaveTextContent(/^Page 1 of \d+/);
    const next = canvas.getByRole('button', { name: 'Next page' });
    await userEvent.click(next);
    await expect(next).toHaveFocus();
    await expect(status(canvasElement)).toHaveTextContent(/^Page 2 of/);
    await userEvent.keyboard('{PageDown}');
    await expect(status(canvasElement)).toHaveTextContent(/^Page 3 of/);
    await userEvent.keyboard('{PageUp}{PageUp}{PageUp}');
    await expect(status(canvasElement)).toHaveTextContent(/^Page 1 of/);
  },
};

/** A finger turns pages, towards the side that the next one comes from. */
export const Swiping: Story = {
  ...stage(() => people(30), phone),
  play: async ({ canvasElement, globals }) => {
    const list = within(canvasElement).getByRole('list');
    const box = list.getBoundingClientRect();
    const forward = globals.dir === 'rtl' ? 1 : -1;
    const middle = box.left + box.width / 2;
    const at = (share: number) => ({ clientX: middle + forward * share * box.width, clientY: box.top + 200 });
    const touch = (type: string, share: number) =>
      list.dispatchEvent(
        new PointerEvent(type, { pointerId: 7, isPrimary: true, pointerType: 'touch', bubbles: true, ...at(share) }),
      );
    // No real finger is down, so that none can be captured.
    list.setPointerCapture = () => {};
    touch('pointerdown', -0.3);
    touch('pointermove', -0.2);
    touch('pointermove', 0.2);
    await expect(list).toHaveAttribute('data-swiping');
    touch('pointerup', 0.2);
    await waitFor(() => expect(status(canvasElement)).toHaveTextContent(/^Page 2 of/));
    await expect(list).not.toHaveAttribute('data-swiping');
  },
};

/** Who speaks off the page comes onto it; everybody else stays. */
export const SpeakerComesOntoThePage: Story = {
  loaders: [
    async () => ({
      fake: createFakeRoom({
        time: 'real',
        name: 'Ada Lovelace',
        people: Array.from({ length: 20 }, (_, index) => ({
          id: `guest-${index}`,
          name: `Guest ${index + 1}`,
          camera: index % 3 === 0 ? personTrack(index) : false,
        })),
      }),
    }),
  ],
  render: (_args, { loaded: { fake } }) => (
    <RoomProvider room={fake.room}>
      <div style={{ width: 366, height: 620 }}>
        <RoomStage />
      </div>
    </RoomProvider>
  ),
  play: async ({ canvasElement, loaded }) => {
    const { connect, people: guests } = loaded.fake as FakeRoom;
    await connect();
    const onPage = () =>
      [...canvasElement.querySelectorAll<HTMLElement>("[data-place='page']")].map(({ dataset }) => dataset.tile);
    await waitFor(() => expect(onPage().length).toBeGreaterThan(4));
    const before = onPage();
    await expect(before).not.toContain('guest-19/self');
    await guests.get('guest-19').speak();
    await waitFor(() => expect(onPage()).toContain('guest-19/self'));
    await expect(before.filter((id) => !onPage().includes(id))).toHaveLength(1);
  },
};
