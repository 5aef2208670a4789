import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { RoomAudio } from '../../src/components/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { people } from '../support/people.ts';
import { roomOf } from '../support/snapshots.ts';

/** Plays everybody else, and shows nothing. */
const meta = { title: 'Components/RoomAudio', component: RoomAudio } satisfies Meta<typeof RoomAudio>;
export default meta;
type Story = StoryObj;

export const EverybodyElse: Story = {
  render: () => (
    <InRoom state={roomOf(people(4))}>
      <RoomAudio />
      <p>Three others are playing. There is nothing to see.</p>
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('audio')).toHaveLength(0);
  },
};
