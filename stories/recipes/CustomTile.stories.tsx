import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { RecipePage } from '../support/RecipePage.tsx';
import { recipe } from '../support/recipe.tsx';
import { CustomTile } from './CustomTile.tsx';
import code from './CustomTile.tsx?raw';

/**
 * `renderTile` makes each tile of a layout. Build it of the parts of `ParticipantTile`, or of your own markup with
 * `useStreamVideo`. The layout stays ours: sizes, pages, order, and that no tile is mounted anew.
 */
const meta = {
  title: 'Recipes/Custom tile',
  parameters: { page: 'whole', docs: { page: RecipePage, source: { code }, canvas: { sourceState: 'none' } } },
} satisfies Meta;
export default meta;

export const CardsOnAWall: StoryObj = {
  ...recipe(
    { begin: ({ people }) => void people.all[0]?.speak().then(() => people.all[0]?.setAudioLevel(0.4)) },
    (room) => <CustomTile room={room} />,
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grace = await canvas.findByRole('group', { name: 'Grace Hopper' });
    await expect(within(grace).getByText('Grace Hopper')).toBeVisible();
  },
};
