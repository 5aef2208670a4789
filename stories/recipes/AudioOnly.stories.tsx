import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { RecipePage } from '../support/RecipePage.tsx';
import { recipe } from '../support/recipe.tsx';
import { AudioOnly } from './AudioOnly.tsx';
import code from './AudioOnly.tsx?raw';

/**
 * Voices and no pictures. What no `<video>` asks for is not received; a token with `publish: ["audio"]` sends none. How loud
 * somebody is moves a ring, and renders nothing.
 */
const meta = {
  title: 'Recipes/Audio only',
  parameters: { page: 'whole', docs: { page: RecipePage, source: { code }, canvas: { sourceState: 'none' } } },
} satisfies Meta;
export default meta;

export const Voices: StoryObj = {
  ...recipe(
    {
      grants: { publish: ['audio'] },
      room: { initialDemand: { video: 0 } },
      begin: ({ people: { all } }) => void all[0]?.speak().then(() => all[0]?.setAudioLevel(0.5)),
    },
    (room) => <AudioOnly room={room} />,
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Grace Hopper')).toBeVisible();
    await expect(canvasElement.querySelector('video')).toBeNull();
  },
};
