import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { RecipePage } from '../support/RecipePage.tsx';
import { recipe } from '../support/recipe.tsx';
import { OwnControls } from './OwnControls.tsx';
import code from './OwnControls.tsx?raw';

/**
 * Hooks give the behaviour as props for your own buttons and menus: `buttonProps`, `selectProps`. They know whether a device
 * is on, on its way, or not allowed, and say so to screen readers.
 */
const meta = {
  title: 'Recipes/Own controls',
  parameters: { page: 'whole', docs: { page: RecipePage, source: { code }, canvas: { sourceState: 'none' } } },
} satisfies Meta;
export default meta;

export const Pills: StoryObj = {
  ...recipe({}, (room) => <OwnControls room={room} />),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('group', { name: 'Grace Hopper' });
    const hand = canvas.getByRole('button', { name: 'Raise hand' });
    await userEvent.click(hand);
    await waitFor(() => expect(hand).toHaveAttribute('aria-pressed', 'true'));
  },
};
