import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { PreJoin, type Theme, ThemeProvider } from '../../src/components/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { roomOf } from '../support/snapshots.ts';

/** One prop sets the look: `theme={{ accent, radius, density, font, tokens }}`. */
const meta = { title: 'Theming/Theme', component: ThemeProvider } satisfies Meta<typeof ThemeProvider>;
export default meta;
type Story = StoryObj;

const themed = (theme: Theme): Story => ({
  render: () => (
    <InRoom state={roomOf([], { connection: { status: 'initialized' } })}>
      <ThemeProvider theme={theme}>
        <PreJoin onJoin={() => {}} defaultName="Ada Lovelace" />
      </ThemeProvider>
    </InRoom>
  ),
});

export const Default: Story = {
  ...themed({}),
  play: async ({ canvasElement }) => {
    const { height, fontSize } = getComputedStyle(within(canvasElement).getByRole('button', { name: 'Join' }));
    await expect([height, fontSize]).toEqual(['48px', '15px']);
  },
};
/** Controls and words are smaller, and closer together; a control is never smaller than 44 pixels. */
export const Compact: Story = {
  ...themed({ density: 'compact', radius: 4 }),
  play: async ({ canvasElement }) => {
    const { height, fontSize } = getComputedStyle(within(canvasElement).getByRole('button', { name: 'Join' }));
    await expect([height, fontSize]).toEqual(['44px', '14px']);
  },
};
export const Serif = themed({ font: 'Georgia, serif', radius: 0, accent: '#1f5f46' });

/** Words on the accent are black or white, whichever can be read better. */
export const LightAccent: Story = {
  ...themed({ accent: '#ffd60a' }),
  play: async ({ canvasElement }) => {
    const { color } = getComputedStyle(within(canvasElement).getByRole('button', { name: 'Join' }));
    await expect(color).toBe('color(srgb-linear 0 0 0)');
  },
};
export const DarkAccent: Story = {
  ...themed({ accent: 'oklch(0.35 0.12 265)' }),
  play: async ({ canvasElement }) => {
    const { color } = getComputedStyle(within(canvasElement).getByRole('button', { name: 'Join' }));
    await expect(color).toBe('color(srgb-linear 1 1 1)');
  },
};
/** The hardest ones lie in the middle. */
export const MiddleAccent = themed({ accent: '#767676' });
export const PinkAccent = themed({ accent: 'hotpink' });
