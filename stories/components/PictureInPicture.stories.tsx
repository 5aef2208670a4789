import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { RoomControls } from '../../src/components/index.ts';
import { PictureInPicture } from '../../src/components/panels.ts';
import css from '../../src/styles/lazy/picture-in-picture.css?inline';
import { useStyleSheet } from '../../src/ui/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { people } from '../support/people.ts';
import { personTrack, screenTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/**
 * The call in a small window over all others, opened by the button of `RoomControls`: browsers open it for a click only.
 * Here is what stands in it, at its size.
 */
const meta = { title: 'Components/PictureInPicture', component: PictureInPicture } satisfies Meta<
  typeof PictureInPicture
>;
export default meta;
type Story = StoryObj;

/** The window's own look comes with the window. */
function Window({ children }: { children: ReactNode }) {
  useStyleSheet(css);
  return (
    <div className="parlour-picture" style={{ position: 'relative', blockSize: '100%' }}>
      {children}
    </div>
  );
}

const picture = (state: () => Parameters<typeof InRoom>[0]['state']): Story => ({
  render: () => (
    <InRoom state={state()} width={400} height={300}>
      <Window>
        <PictureInPicture.Tile />
        <RoomControls.Root>
          <RoomControls.Microphone />
          <RoomControls.Camera />
          <RoomControls.Leave />
        </RoomControls.Root>
      </Window>
    </InRoom>
  ),
});

/** Who speaks, or spoke last. */
export const WhoSpeaks: Story = {
  ...picture(() => roomOf(people(5))),
  play: async ({ canvasElement }) => {
    const controls = within(within(canvasElement).getByRole('toolbar'));
    await expect(controls.getAllByRole('button')).toHaveLength(3);
  },
};

/** A shared screen comes first. */
export const SharedScreen: Story = {
  ...picture(() =>
    roomOf([{ name: 'Ada Lovelace' }, { name: 'Grace Hopper', camera: personTrack(1), screen: screenTrack() }]),
  ),
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('group', { name: 'Grace Hopper’s screen' })).toBeInTheDocument();
  },
};

/** You, while nobody else is there. */
export const Alone = picture(() => roomOf([{ name: 'Ada Lovelace', camera: personTrack(0) }]));

/** The button that opens it, in the menu of a room, where the browser has such windows. */
export const InTheMenu: Story = {
  render: () => (
    <InRoom state={roomOf(people(3))} width={600}>
      <div style={{ paddingBlockStart: 400, display: 'grid', justifyItems: 'center' }}>
        <RoomControls />
      </div>
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'More' }));
    const entry = await within(document.body).findByRole('menuitemcheckbox', { name: 'Picture in picture' });
    await waitFor(() => expect(entry).toBeVisible());
    await expect(entry).not.toBeChecked();
  },
};
