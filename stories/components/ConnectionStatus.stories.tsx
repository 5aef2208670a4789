import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ConnectionStatus } from '../../src/components/index.ts';
import { type ConnectionState, RoomError } from '../../src/engine/index.ts';
import { InRoom } from '../support/InRoom.tsx';

/** What happens to the connection, and the way back. */
const meta = { title: 'Components/ConnectionStatus', component: ConnectionStatus } satisfies Meta<
  typeof ConnectionStatus
>;
export default meta;
type Story = StoryObj;

const connect = fn(async () => {});
const status = (connection: ConnectionState): Story => ({
  render: () => (
    <InRoom state={{ connection }} commands={{ connect }}>
      <ConnectionStatus />
    </InRoom>
  ),
});

export const Connecting = status({ status: 'connecting' });
export const Reconnecting = status({ status: 'reconnecting', attempt: 1, cause: 'network' });
export const TimedOut = status({ status: 'disconnected', reason: 'timed_out' });
export const Ended = status({ status: 'disconnected', reason: 'session_terminated' });
export const RoomFull = status({
  status: 'disconnected',
  reason: 'forbidden',
  error: new RoomError('room-full', 'The room is full.'),
});

export const JoinAgain: Story = {
  ...status({ status: 'disconnected', reason: 'user_initiated' }),
  play: async ({ canvasElement }) => {
    connect.mockClear();
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('status')).toHaveTextContent('You left');
    await userEvent.click(canvas.getByRole('button', { name: 'Join again' }));
    await expect(connect).toHaveBeenCalledOnce();
  },
};
