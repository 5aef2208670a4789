import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { others } from '../support/FakeCall.tsx';
import { RecipePage } from '../support/RecipePage.tsx';
import { recipe } from '../support/recipe.tsx';
import { Webinar } from './Webinar.tsx';
import code from './Webinar.tsx?raw';

/**
 * Some speak, many watch. Who watches has a token with `publish: []`; `RoomStage` counts them in one line instead of giving
 * each a tile. Everybody can ask, raise a hand, and react.
 */
const meta = {
  title: 'Recipes/Webinar',
  parameters: { page: 'whole', docs: { page: RecipePage, source: { code }, canvas: { sourceState: 'none' } } },
} satisfies Meta;
export default meta;

const audience = Array.from({ length: 40 }, (_, index) => ({
  id: `viewer-${index}`,
  name: `Viewer ${index + 1}`,
  grants: { publish: [] },
  microphone: null,
  camera: null,
}));

export const Viewer: StoryObj = {
  ...recipe(
    {
      grants: { publish: [], moderate: false },
      room: { enableMessages: true },
      cast: (count) => [...others(Math.min(count, 4)), ...audience],
      begin: async ({ people }) => {
        await people.all[0]?.speak();
        await people.all.at(-1)?.write('Will there be a recording?');
        await people.all[0]?.write('Yes, tomorrow.');
        await people.all.at(-2)?.write('How does it behave with a slow network?');
      },
    },
    (room) => <Webinar room={room} title="Engines that calculate" />,
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Will there be a recording?', {}, { timeout: 10_000 })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Microphone' })).toBeNull();
    await expect(canvas.queryByRole('group', { name: 'Viewer 1' })).toBeNull();
  },
};
