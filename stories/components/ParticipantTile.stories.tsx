import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ConfirmDialog } from '../../src/components/dialog/useConfirm.tsx';
import { ParticipantTile } from '../../src/components/index.ts';
import { MenuPopup } from '../../src/components/menu/useMenu.tsx';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack, screenTrack } from '../support/scenes.ts';
import { type Person, roomOf } from '../support/snapshots.ts';

/** One person's camera, or one shared screen. It answers to its own size, not to the page's. */
const meta = {
  title: 'Components/ParticipantTile',
  component: ParticipantTile,
  // What is fetched first is there at once, however busy the machine is.
  loaders: [
    async () => {
      const menu = import('../../src/components/participant-tile/menu/TileMenu.tsx');
      await Promise.all([menu, MenuPopup.preload(), ConfirmDialog.preload()]);
    },
  ],
} satisfies Meta<typeof ParticipantTile>;
export default meta;
type Story = StoryObj;

const me: Person = { name: 'Ada Lovelace', camera: undefined };

const tile = (person: () => Person, { width = 480, streamKey = 'self' } = {}): Story => ({
  render: () => (
    <InRoom state={roomOf([me, person()])} width={width}>
      <ParticipantTile participantId="person-2" streamKey={streamKey} />
    </InRoom>
  ),
});

export const WithVideo = tile(() => ({ name: 'Grace Hopper', camera: personTrack(1) }));
export const CameraOff = tile(() => ({ name: 'Grace Hopper' }));
export const Muted = tile(() => ({ name: 'Grace Hopper', camera: personTrack(1), muted: true }));
/** Speaking shows as a shape beside the name, and not by color alone. */
export const Speaking: Story = {
  ...tile(() => ({ name: 'Grace Hopper', camera: personTrack(1), speaking: true })),
  play: async ({ canvasElement }) => {
    const microphone = within(canvasElement).getByRole('img', { name: 'Speaking' });
    const bars = getComputedStyle(microphone, '::before');
    await expect(bars.backgroundImage.match(/linear-gradient/g)).toHaveLength(3);
    await expect(Number.parseFloat(bars.inlineSize)).toBeGreaterThan(8);
  },
};
export const SpeakingWithoutVideo = tile(() => ({ name: 'Grace Hopper', speaking: true }));
export const Presentation = tile(() => ({ name: 'Grace Hopper', screen: screenTrack() }), {
  streamKey: 'presentation',
  width: 640,
});
export const NetworkTooSlow = tile(() => ({ name: 'Grace Hopper', reason: 'bandwidth' }));
export const CensoredByModerator = tile(() => ({ name: 'Grace Hopper', censored: true, reason: 'censored' }));
export const Reconnecting = tile(() => ({
  name: 'Grace Hopper',
  camera: personTrack(1),
  connection: 'reconnecting' as const,
}));
export const Frozen = tile(() => ({ name: 'Grace Hopper', camera: personTrack(1), reason: 'frozen' }));
export const HandRaised = tile(() => ({ name: 'Grace Hopper', camera: personTrack(1), hand: true }));
export const PoorConnection = tile(() => ({ name: 'Grace Hopper', camera: personTrack(1), quality: 1, hand: true }));

/** For five seconds. */
export const Reacting: Story = {
  render: () => (
    <InRoom
      state={roomOf([me, { name: 'Grace Hopper', camera: personTrack(1) }])}
      commands={{
        reactions: {
          send: async () => {},
          subscribe: (listener) => {
            listener({ participantId: 'person-2', reaction: '🎉' });
            return () => {};
          },
        },
      }}
      width={480}
    >
      <ParticipantTile participantId="person-2" />
    </InRoom>
  ),
};
export const LongName = tile(
  () => ({ name: 'Wolfeschlegelsteinhausenbergerdorff the Younger', camera: personTrack(2), muted: true }),
  { width: 220 },
);
export const Small = tile(() => ({ name: 'Grace Hopper', muted: true }), { width: 120 });
export const OtherScript = tile(() => ({ name: 'غريس هوبر', camera: personTrack(4) }));

/** Your own camera is shown as in a mirror. */
export const Yourself: Story = {
  render: () => (
    <InRoom state={roomOf([{ name: 'Ada Lovelace', camera: personTrack(0) }])} width={480}>
      <ParticipantTile participantId="person-1" />
    </InRoom>
  ),
};

const kick = fn(async () => {});
const mute = fn(async () => {});
const page = within(document.body);

/**
 * What can be done with a tile. Its button comes when the tile is pointed at, touched, or has the focus in it; a
 * moderator can mute and remove, after a question.
 */
export const Menu: Story = {
  render: () => (
    <InRoom
      state={roomOf([
        { name: 'Ada Lovelace', moderator: true },
        { name: 'Grace Hopper', camera: personTrack(1) },
      ])}
      commands={{ moderation: { mute, unmute: mute, kick, setGrants: mute, admit: mute, turnAway: mute, end: mute } }}
      width={480}
    >
      <ParticipantTile participantId="person-2" />
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    kick.mockClear();
    mute.mockClear();
    const canvas = within(canvasElement);
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Pin Grace Hopper' })).toHaveFocus();
    const more = await canvas.findByRole('button', { name: 'More for Grace Hopper' });
    await userEvent.tab();
    await expect(more).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(page.getByRole('menuitemcheckbox', { name: 'Pin' })).toHaveFocus());
    await userEvent.click(page.getByRole('menuitemcheckbox', { name: 'Show the whole picture' }));
    await waitFor(() => expect(canvasElement.querySelector('video')).toHaveAttribute('data-fit', 'contain'));
    await waitFor(() => expect(page.queryByRole('menu')).toBeNull());
    await expect(more).toHaveFocus();

    await userEvent.click(more);
    await userEvent.click(await page.findByRole('menuitem', { name: 'Mute Grace Hopper' }));
    await expect(mute).toHaveBeenCalledWith('person-2', undefined);
    await waitFor(() => expect(page.queryByRole('menu')).toBeNull());

    await userEvent.click(more);
    await userEvent.click(await page.findByRole('menuitem', { name: 'Remove Grace Hopper' }));
    const question = await page.findByRole('alertdialog', { name: 'Remove Grace Hopper from the room?' });
    await expect(kick).not.toHaveBeenCalled();
    await userEvent.click(within(question).getByRole('button', { name: 'Remove' }));
    await expect(kick).toHaveBeenCalledWith('person-2', undefined);
    await waitFor(() => expect(more).toHaveFocus());
    await userEvent.click(more);
    await waitFor(() => expect(page.getByRole('menu')).toBeVisible());
  },
};

/** Your own picture as others see it. */
export const MenuOfYourself: Story = {
  render: () => (
    <InRoom state={roomOf([{ name: 'Ada Lovelace', camera: personTrack(0) }])} width={480}>
      <ParticipantTile participantId="person-1" />
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.hover(within(canvasElement).getByRole('group'));
    const more = await within(canvasElement).findByRole('button', { name: /^More for/ });
    await userEvent.click(more);
    const mirror = await page.findByRole('menuitemcheckbox', { name: 'Mirror my picture' });
    await expect(mirror).toBeChecked();
    await userEvent.click(mirror);
    await waitFor(() => expect(canvasElement.querySelector('video')).not.toHaveAttribute('data-mirrored'));
  },
};

const onSpotlightChange = fn();

/** A spotlight is your application's: the menu offers it where you say what it does. */
export const MenuWithSpotlight: Story = {
  render: () => (
    <InRoom state={roomOf([me, { name: 'Grace Hopper', camera: personTrack(1) }])} width={480}>
      <ParticipantTile.Root participantId="person-2">
        <ParticipantTile.Video />
        <ParticipantTile.Menu spotlit onSpotlightChange={onSpotlightChange} />
      </ParticipantTile.Root>
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    onSpotlightChange.mockClear();
    const more = await within(canvasElement).findByRole('button', { name: /^More for/ });
    await userEvent.click(more);
    const spotlight = await page.findByRole('menuitemcheckbox', { name: 'Large for everybody' });
    await expect(spotlight).toBeChecked();
    await userEvent.click(spotlight);
    await expect(onSpotlightChange).toHaveBeenCalledWith(false);
  },
};

/** A tile of your own is made of the same parts. */
export const OwnComposition: Story = {
  render: () => (
    <InRoom state={roomOf([me, { name: 'Grace Hopper', camera: personTrack(1), speaking: true }])} width={480}>
      <ParticipantTile.Root
        participantId="person-2"
        style={({ speaking }) => ({ borderRadius: speaking ? '50%' : 24, inlineSize: 240, aspectRatio: '1' })}
      >
        <ParticipantTile.Avatar />
        <ParticipantTile.Video />
      </ParticipantTile.Root>
    </InRoom>
  ),
};
