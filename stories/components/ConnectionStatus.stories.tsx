import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ConnectionStatus, RoomProvider } from '../../src/components/index.ts';
import { type ConnectionState, RoomError } from '../../src/engine/index.ts';
import { createFakeRoom, type FakeRoom } from '../../src/testing/index.ts';
import { InRoom } from '../support/InRoom.tsx';

/** What happens to the connection, and the way back. */
const meta = { title: 'Components/ConnectionStatus', component: ConnectionStatus } satisfies Meta<
  typeof ConnectionStatus
>;
export default meta;
type Story = StoryObj;

const status = (connection: ConnectionState): Story => ({
  render: () => (
    <InRoom state={{ connection }}>
      <ConnectionStatus />
    </InRoom>
  ),
});

export const Connecting = status({ status: 'connecting' });
export const Waiting = status({ status: 'connecting', waiting: true });
export const TurnedAway = status({
  status: 'disconnected',
  reason: 'forbidden',
  error: new RoomError('turned-away', 'A moderator did not let you in.'),
});
export const TimedOut = status({ status: 'disconnected', reason: 'timed_out' });
export const Ended = status({ status: 'disconnected', reason: 'session_terminated' });
export const RoomFull = status({
  status: 'disconnected',
  reason: 'forbidden',
  error: new RoomError('room-full', 'The room is full.'),
});

/** The way back works. */
export const JoinAgain: Story = {
  loaders: [async () => ({ fake: createFakeRoom({ time: 'real' }) })],
  render: (_args, { loaded: { fake } }) => (
    <RoomProvider room={fake.room}>
      <ConnectionStatus />
    </RoomProvider>
  ),
  play: async ({ canvasElement, loaded }) => {
    const { room, connect } = loaded.fake as FakeRoom;
    const canvas = within(canvasElement);
    await connect();
    await room.disconnect();
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('You left'));
    await userEvent.click(canvas.getByRole('button', { name: 'Join again' }));
    await waitFor(() => expect(room.getState().status).toBe('connected'));
  },
};
