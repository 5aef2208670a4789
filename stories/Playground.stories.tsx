import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { VideoRoom } from '../src/prebuilt/VideoRoom.tsx';
import { FakeCall, others, othersWithScreen } from './support/FakeCall.tsx';
import type { Network } from './support/networks.ts';

interface PlaygroundProps {
  people: number;
  network: Network;
  /** Somebody shares a screen. */
  sharing: boolean;
}

/**
 * A room that works, without a server: choose in the toolbar above how many people are in it, in which language and
 * look, and what is wrong with the network.
 */
const meta = {
  title: 'Playground',
  tags: ['!autodocs'],
  parameters: { page: 'whole' },
  render: ({ people, network, sharing }, { globals }) => (
    <FakeCall
      key={globals.sharing}
      people={people ?? globals.people}
      network={network ?? globals.network}
      cast={(sharing ?? globals.sharing === 'one') ? othersWithScreen : others}
    >
      {(room) => (
        <div style={{ height: 'var(--page-height)' }}>
          <VideoRoom room={room} />
        </div>
      )}
    </FakeCall>
  ),
} satisfies Meta<Partial<PlaygroundProps>>;
export default meta;
type Story = StoryObj<Partial<PlaygroundProps>>;

/** As the toolbar says. */
export const Room: Story = {};

export const Five: Story = {
  args: { people: 5, network: 'good', sharing: false },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('group', { name: 'Grace Hopper' })).toBeVisible();
    await expect(canvas.getAllByRole('group')).toHaveLength(5);
  },
};

export const Sharing: Story = {
  args: { people: 5, network: 'good', sharing: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('group', { name: /^Grace Hopper.+screen$/ })).toBeVisible();
    await expect(canvas.getAllByRole('group')).toHaveLength(6);
  },
};

export const Reconnecting: Story = {
  args: { people: 3, network: 'reconnecting' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Connection lost. Reconnecting…')).toBeVisible();
  },
};

export const Ended: Story = {
  args: { people: 3, network: 'ended' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('The call has ended for you')).toBeVisible();
  },
};

export const Full: Story = {
  args: { people: 3, network: 'full' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/The room is full/)).toBeVisible();
  },
};
