import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { ParticipantTile, VideoGrid } from '../../src/components/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { people } from '../support/people.ts';
import { screenTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** Everybody in the room, each as large as the box allows. */
const meta = { title: 'Components/VideoGrid', component: VideoGrid } satisfies Meta<typeof VideoGrid>;
export default meta;
type Story = StoryObj;

const grid = (count: number, width: number, height: number): Story => ({
  render: () => (
    <InRoom state={roomOf(people(count))} width={width} height={height}>
      <VideoGrid />
    </InRoom>
  ),
});

export const Alone = grid(1, 960, 540);
export const Two = grid(2, 960, 540);
export const Three = grid(3, 960, 540);
export const Five = grid(5, 960, 540);
export const Nine = grid(9, 960, 540);
export const Sixteen = grid(16, 960, 540);
export const FortyNine = grid(49, 1200, 700);
export const FiveOnAPhone = grid(5, 360, 640);
export const NineInANarrowPanel = grid(9, 240, 640);

/** Nothing lies outside of the box, and no two tiles lie on each other. */
export const Packed: Story = {
  ...grid(7, 900, 500),
  play: async ({ canvasElement }) => {
    const list = within(canvasElement).getByRole('list', { name: '7 people in the room' });
    const box = list.getBoundingClientRect();
    const cells = within(list)
      .getAllByRole('listitem')
      .map((cell) => ({ rect: cell.getBoundingClientRect() }));
    await expect(cells).toHaveLength(7);
    for (const [index, { rect }] of cells.entries()) {
      // Cells glide and grow for a moment; where they are on the way to is within the box as well.
      await expect(rect.width).toBeGreaterThan(100);
      await expect(rect.right).toBeLessThanOrEqual(box.right + 1);
      await expect(rect.left).toBeGreaterThanOrEqual(box.left - 1);
      for (const { rect: other } of cells.slice(index + 1)) {
        const apart =
          other.left >= rect.right || other.right <= rect.left || other.top >= rect.bottom || other.bottom <= rect.top;
        await expect(apart).toBe(true);
      }
    }
  },
};

const presenting = (width: number, height: number): Story => ({
  render: () => {
    const [me, presenter, ...others] = people(4);
    const room = [me, { ...presenter, screen: screenTrack() }, ...others].map((person) => ({
      name: 'Guest',
      ...person,
    }));
    return (
      <InRoom state={roomOf(room)} width={width} height={height}>
        <VideoGrid />
      </InRoom>
    );
  },
});
export const WithPresentation = presenting(960, 540);
export const WithPresentationOnAPhone = presenting(360, 640);

/** `renderTile` makes each tile. */
export const OwnTiles: Story = {
  render: () => (
    <InRoom state={roomOf(people(4))} width={720} height={405}>
      <VideoGrid
        renderTile={({ participantId, key }) => (
          <ParticipantTile.Root participantId={participantId} streamKey={key}>
            <ParticipantTile.Avatar />
            <ParticipantTile.Video />
          </ParticipantTile.Root>
        )}
      />
    </InRoom>
  ),
};
