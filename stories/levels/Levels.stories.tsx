import type { Meta, StoryObj } from '@storybook/react-vite';
import { VideoRoom } from 'parlour';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { recipe } from '../support/recipe.tsx';
import { OwnArrangement } from './OwnArrangement.tsx';
import { OwnMarkup } from './OwnMarkup.tsx';

/** The same room at each of the three levels. */
const meta = {
  title: 'Three levels',
  tags: ['!autodocs'],
  parameters: { page: 'whole' },
} satisfies Meta;
export default meta;

export const Prebuilt: StoryObj = {
  ...recipe({ room: { enableMessages: true } }, (room) => <VideoRoom room={room} theme={{ accent: '#5b5bd6' }} />),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('group', { name: 'Grace Hopper' })).toBeVisible();
  },
};

export const Components: StoryObj = {
  ...recipe({}, (room) => (
    <div style={{ boxSizing: 'border-box', blockSize: '100%', padding: 12 }}>
      <OwnArrangement room={room} />
    </div>
  )),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('group', { name: 'Grace Hopper' })).toBeVisible();
  },
};

export const Hooks: StoryObj = {
  ...recipe({}, (room) => (
    <div style={{ padding: 24 }}>
      <OwnMarkup room={room} />
    </div>
  )),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Grace Hopper')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Microphone' }));
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Microphone' })).toHaveAttribute('aria-pressed', 'true'),
    );
  },
};
