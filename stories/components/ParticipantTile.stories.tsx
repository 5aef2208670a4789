import type { Meta, StoryObj } from '@storybook/react-vite';
import { ParticipantTile } from '../../src/components/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack, screenTrack } from '../support/scenes.ts';
import { type Person, roomOf } from '../support/snapshots.ts';

/** One person's camera, or one shared screen. It answers to its own size, not to the page's. */
const meta = { title: 'Components/ParticipantTile', component: ParticipantTile } satisfies Meta<typeof ParticipantTile>;
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
export const Speaking = tile(() => ({ name: 'Grace Hopper', camera: personTrack(1), speaking: true }));
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
