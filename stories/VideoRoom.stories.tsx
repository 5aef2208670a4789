import type { Meta, StoryObj } from '@storybook/react-vite';
import { RoomError } from '../src/engine/index.ts';
import { VideoRoom } from '../src/prebuilt/VideoRoom.tsx';
import { createStaticRoomStore, type StaticState } from '../src/store/index.ts';
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
    <div style={{ height: '100vh' }}>
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
