import { ParticipantTile, type Room, RoomControls, useAudioLevel, VideoGrid } from 'parlour';
import { Call } from './Call.tsx';

interface CardProps {
  participantId: string;
}

/** A tile that looks like a card on a wall: parts of ours, an arrangement of your own. */
function Card({ participantId }: CardProps) {
  // How loud somebody is goes to the element as a custom property, and renders nothing.
  const level = useAudioLevel<HTMLSpanElement>(participantId);
  return (
    <ParticipantTile.Root
      participantId={participantId}
      style={({ speaking }) => ({
        border: '1px solid var(--parlour-border)',
        borderRadius: 4,
        background: speaking ? 'var(--parlour-accent-soft)' : 'var(--parlour-surface)',
      })}
    >
      <div
        style={{ position: 'absolute', inset: '10px 10px 46px', overflow: 'hidden', background: 'var(--parlour-tile)' }}
      >
        <ParticipantTile.Avatar />
        <ParticipantTile.Video />
        <ParticipantTile.Status />
      </div>
      <div
        style={{
          position: 'absolute',
          inset: 'auto 14px 0',
          display: 'flex',
          alignItems: 'center',
          gap: 8,
          blockSize: 46,
          fontSize: 15,
        }}
      >
        <ParticipantTile.Name />
        <ParticipantTile.MicrophoneIndicator />
        <span
          ref={level}
          style={{
            inlineSize: 40,
            blockSize: 4,
            marginInlineStart: 'auto',
            borderRadius: 2,
            background: 'var(--parlour-accent-line)',
            opacity: 'calc(0.15 + 2 * var(--parlour-audio-level, 0))',
          }}
        />
      </div>
    </ParticipantTile.Root>
  );
}

/** Made once, outside of any component: one that is made in render would render all tiles with it. */
const renderTile = ({ participantId, key }: { participantId: string; key: string }) =>
  key === 'self' ? (
    <Card participantId={participantId} />
  ) : (
    <ParticipantTile participantId={participantId} streamKey={key} />
  );

export function CustomTile({ room }: { room: Room }) {
  return (
    <Call room={room} controls={<RoomControls />}>
      <VideoGrid renderTile={renderTile} />
    </Call>
  );
}
