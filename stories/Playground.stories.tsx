import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect, within } from 'storybook/test';
import { VideoRoom } from '../src/prebuilt/VideoRoom.tsx';
import { createFakeRoom, type FakeRoom } from '../src/testing/index.ts';
import { makeTrouble, type Network } from './support/networks.ts';
import { people } from './support/people.ts';

interface PlaygroundProps {
  people: number;
  network: Network;
}

/** Lets people come and go until that many are in the room, ourselves included. */
function setPeople(fake: FakeRoom, count: number): void {
  const wanted = people(count).slice(1);
  const present = fake.people.all;
  for (const person of present.slice(wanted.length)) void person.leave();
  for (const [index, { name, camera, muted }] of wanted.entries()) {
    if (index >= present.length) fake.people.enter({ name, camera: camera ?? null, microphone: !muted });
  }
}

function Playground({ people: count, network }: PlaygroundProps) {
  const [fake] = useState(() => createFakeRoom({ time: 'real', name: 'Ada Lovelace' }));
  useEffect(() => setPeople(fake, count), [fake, count]);
  useEffect(() => makeTrouble(fake, network), [fake, network]);
  return (
    <div style={{ height: '100vh' }}>
      <VideoRoom room={fake.room} />
    </div>
  );
}

/**
 * A room that works, without a server: choose in the toolbar above how many people are in it, in which language and
 * look, and what is wrong with the network.
 */
const meta = {
  title: 'Playground',
  parameters: { page: 'whole' },
  render: (args, { globals }) => (
    <Playground
      people={args.people ?? (globals.people as number)}
      network={args.network ?? (globals.network as Network)}
    />
  ),
} satisfies Meta<Partial<PlaygroundProps>>;
export default meta;
type Story = StoryObj<Partial<PlaygroundProps>>;

export const Room: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('group', { name: 'Grace Hopper' })).toBeVisible();
    await expect(canvas.getAllByRole('group')).toHaveLength(5);
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
