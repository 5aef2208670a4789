import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { ConnectionBanner, RoomProvider } from '../../src/components/index.ts';
import { createFakeRoom, type FakeRoom } from '../../src/testing/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { people } from '../support/people.ts';
import { roomOf } from '../support/snapshots.ts';

/** A connection that broke, in place and covering nothing: the room stays to be seen and used. */
const meta = { title: 'Components/ConnectionBanner', component: ConnectionBanner } satisfies Meta<
  typeof ConnectionBanner
>;
export default meta;
type Story = StoryObj;

const reconnecting = (attempt: number): Story => ({
  render: () => (
    <InRoom state={roomOf(people(1), { connection: { status: 'reconnecting', attempt, cause: 'the socket closed' } })}>
      <ConnectionBanner />
    </InRoom>
  ),
});

export const Reconnecting = reconnecting(1);
export const SeveralAttempts = reconnecting(4);

/** It breaks, comes back, and all is well. */
export const ComesBack: Story = {
  loaders: [async () => ({ fake: createFakeRoom({ time: 'real' }) })],
  render: (_args, { loaded: { fake } }) => (
    <RoomProvider room={fake.room}>
      <ConnectionBanner data-testid="banner" />
    </RoomProvider>
  ),
  play: async ({ canvasElement, loaded }) => {
    const { connect, faults } = loaded.fake as FakeRoom;
    const banner = within(canvasElement).getByTestId('banner');
    await connect();
    await expect(banner).not.toHaveAttribute('data-phase');
    await faults.loseConnection();
    await waitFor(() => expect(banner).toHaveAttribute('data-phase', 'reconnecting'));
    await faults.resumeConnection();
    await waitFor(() => expect(banner).toHaveAttribute('data-phase', 'reconnected'));
  },
};
