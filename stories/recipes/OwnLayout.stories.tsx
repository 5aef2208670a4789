import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { RecipePage } from '../support/RecipePage.tsx';
import { recipe } from '../support/recipe.tsx';
import { OwnLayout } from './OwnLayout.tsx';
import code from './OwnLayout.tsx?raw';

/**
 * `useTiles` lists what there is to show; where it stands is your CSS. Keep one keyed element for each tile and let only
 * its place change, so that no picture flickers. For the mathematics of grids, there are `computeGrid` and `computeStage`.
 */
const meta = {
  title: 'Recipes/Own layout',
  parameters: { page: 'whole', docs: { page: RecipePage, source: { code }, canvas: { sourceState: 'none' } } },
} satisfies Meta;
export default meta;

export const OneAboveTheOthers: StoryObj = {
  ...recipe({ begin: ({ people }) => void people.all[3]?.speak() }, (room) => <OwnLayout room={room} />),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [hedy, grace] = await Promise.all(
      ['Hedy Lamarr', 'Grace Hopper'].map((name) => canvas.findByRole('group', { name })),
    );
    await waitFor(() => expect(hedy?.clientHeight).toBeGreaterThan(2 * (grace?.clientHeight ?? 0)));
  },
};
