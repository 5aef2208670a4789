import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { RoomError } from '../src/engine/index.ts';
import { VideoRoom } from '../src/prebuilt/VideoRoom.tsx';
import { createStaticRoomStore, type StaticState } from '../src/store/index.ts';
import { createFakeRoom, type FakeRoom } from '../src/testing/index.ts';
import { conversation } from './support/conversation.ts';
import { people } from './support/people.ts';
import { personTrack, screenTrack } from './support/scenes.ts';
import { roomOf } from './support/snapshots.ts';

/** The whole room, prebuilt: it joins, shows everybody, and offers the controls. */
const meta = {
  title: 'Prebuilt/VideoRoom',
  parameters: { page: 'whole' },
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const show = (state: () => StaticState): Story => ({
  render: () => (
    <div style={{ height: 'var(--page-height)' }}>
      <VideoRoom store={createStaticRoomStore(state())} />
    </div>
  ),
});

export const Alone = show(() => roomOf(people(1)));
export const Two = show(() => roomOf(people(2)));
export const Three = show(() => roomOf(people(3)));
export const Five = show(() => roomOf(people(5)));
export const Nine = show(() => roomOf(people(9)));
export const Sixteen = show(() => roomOf(people(16)));

export const WithPresentation = show(() => {
  const [me, presenter, ...others] = people(5);
  return roomOf([
    me ?? { name: 'Ada Lovelace' },
    { ...presenter, name: 'Grace Hopper', camera: personTrack(1), screen: screenTrack() },
    ...others,
  ]);
});

const withPanel = (defaultPanel: 'chat' | 'people'): Story => ({
  render: () => (
    <div style={{ height: 'var(--page-height)' }}>
      <VideoRoom
        store={createStaticRoomStore({ ...conversation(), ...roomOf(people(5)) })}
        defaultPanel={defaultPanel}
      />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.parlour-panel')).not.toBeNull(), { timeout: 10_000 });
  },
});

/** In a narrow room a panel covers the rest, which is neither seen nor reached meanwhile. */
export const ChatOnPhone: Story = {
  render: () => (
    <div style={{ width: 390, maxWidth: '100%', height: 'var(--page-height)' }}>
      <VideoRoom store={createStaticRoomStore({ ...conversation(), ...roomOf(people(5)) })} defaultPanel="chat" />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.parlour-panel')).not.toBeNull(), { timeout: 10_000 });
    const room = canvasElement.querySelector('.parlour-room');
    const panel = canvasElement.querySelector('.parlour-panel');
    await waitFor(() => expect(panel?.clientWidth).toBe(room?.clientWidth));
    await expect(canvasElement.querySelector('.parlour-stage')).not.toBeVisible();
  },
};

export const WithChat = withPanel('chat');
export const WithPeople = withPanel('people');

/** That it is recorded stands over the pictures. */
export const Recorded: Story = {
  render: () => (
    <div style={{ height: '100vh' }}>
      <VideoRoom store={createStaticRoomStore({ ...roomOf(people(5)), isRecording: true })} recordingConsent="none" />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.parlour-recording-badge')).toBeVisible(), {
      timeout: 10_000,
    });
  },
};

/** What is said stands at the lower edge of the room. */
export const WithCaptions: Story = {
  render: () => (
    <div style={{ height: 'var(--page-height)' }}>
      <VideoRoom
        store={createStaticRoomStore(roomOf(people(3)))}
        captions={[
          { id: '1', participantId: 'person-2', text: 'The numbers of the third quarter are better than we thought.' },
        ]}
      />
    </div>
  ),
};

/** A moderator has to let one in first. */
export const WaitingToBeLetIn = show(() => roomOf([], { connection: { status: 'connecting', waiting: true } }));

export const Connecting = show(() => roomOf([], { connection: { status: 'connecting' } }));

export const Reconnecting = show(() =>
  roomOf(people(3), { connection: { status: 'reconnecting', attempt: 2, cause: 'network' } }),
);

export const Left = show(() => roomOf([], { connection: { status: 'disconnected', reason: 'user_initiated' } }));

export const Removed = show(() => roomOf([], { connection: { status: 'disconnected', reason: 'kicked' } }));

export const RoomIsFull = show(() =>
  roomOf([], {
    connection: { status: 'disconnected', reason: 'forbidden', error: new RoomError('room-full', 'The room is full.') },
  }),
);

export const CameraInUse = show(() =>
  roomOf([{ name: 'Ada Lovelace' }, ...people(2).slice(1)], {
    devices: { camera: { status: 'failed', error: new RoomError('device-in-use', 'The device is busy.') } },
  }),
);

/** A call as it goes: people come, speak, share and go. Nothing of it is a picture. */
export const Live: Story = {
  loaders: [
    async () => ({
      fake: createFakeRoom({
        time: 'real',
        name: 'Ada Lovelace',
        people: [{ name: 'Grace Hopper', camera: personTrack(1) }],
      }),
    }),
  ],
  render: (_args, { loaded: { fake } }) => (
    <div style={{ height: 'var(--page-height)' }}>
      <VideoRoom room={fake.room} />
    </div>
  ),
  play: async ({ canvasElement, loaded }) => {
    const { people: guests, faults } = loaded.fake as FakeRoom;
    const canvas = within(canvasElement);
    const tile = (name: string) => canvas.findByRole('group', { name });
    await expect(await tile('Grace Hopper')).toBeVisible();
    await guests.get('grace-hopper').speak();
    await waitFor(async () => expect(await tile('Grace Hopper')).toHaveAttribute('data-speaking'));
    const alan = await guests.add({ name: 'Alan Turing', camera: personTrack(2), microphone: false });
    await expect(await tile('Alan Turing')).toBeVisible();
    await alan.leave();
    await waitFor(() => expect(canvas.queryByRole('group', { name: 'Alan Turing' })).toBeNull());
    await faults.loseConnection();
    await faults.resumeConnection();
    await waitFor(async () => expect((await tile('Grace Hopper')).querySelector('video[data-playing]')).not.toBeNull());
  },
};
