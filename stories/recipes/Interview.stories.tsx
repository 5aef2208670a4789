import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { RecipePage } from '../support/RecipePage.tsx';
import { recipe } from '../support/recipe.tsx';
import { Interview } from './Interview.tsx';
import code from './Interview.tsx?raw';

/**
 * Two people with half of the picture each, and a button to record. Each track becomes a file; a composition of two regions
 * side by side makes the film of them.
 */
const meta = {
  title: 'Recipes/Interview',
  parameters: { page: 'whole', docs: { page: RecipePage, source: { code }, canvas: { sourceState: 'none' } } },
} satisfies Meta;
export default meta;

export const SideBySide: StoryObj = {
  ...recipe({ begin: ({ room }) => void room.devices.camera.enable() }, (room) => <Interview room={room} />),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('group', { name: 'Grace Hopper' });
    await userEvent.click(canvas.getByRole('button', { name: '● Record' }));
    await expect(await canvas.findByRole('button', { name: '■ Recording' })).toHaveAttribute('aria-pressed', 'true');
  },
};
