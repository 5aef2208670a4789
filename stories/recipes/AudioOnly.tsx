import { ParticipantTile, type Room, RoomControls, useAudioLevel, useParticipants } from 'parlour';
import { Call } from './Call.tsx';

/** Somebody's initials, with a ring as wide as they are loud. No `<video>`: no picture is received, or sent. */
function Voice({ participantId }: { participantId: string }) {
  const ring = useAudioLevel<HTMLDivElement>(participantId);
  return (
    <ParticipantTile.Root
      participantId={participantId}
      style={{
        display: 'grid',
        gridTemplateRows: 'minmax(0, 1fr) auto',
        justifyItems: 'center',
        gap: 8,
        padding: 16,
        aspectRatio: '1',
      }}
    >
      <div
        ref={ring}
        style={{
          position: 'relative',
          blockSize: '100%',
          aspectRatio: '1',
          borderRadius: '50%',
          boxShadow: '0 0 0 calc(24px * var(--parlour-audio-level, 0)) var(--parlour-accent-line)',
        }}
      >
        <ParticipantTile.Avatar style={{ inlineSize: '100%', blockSize: '100%' }} />
      </div>
      <span style={{ display: 'flex', alignItems: 'center', gap: 6, maxInlineSize: '100%' }}>
        <ParticipantTile.MicrophoneIndicator />
        <ParticipantTile.Name />
      </span>
    </ParticipantTile.Root>
  );
}

function Voices() {
  return (
    <ul
      aria-label="People"
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        // Safe: more than fit are scrolled from the first one on.
        justifyContent: 'safe center',
        alignContent: 'safe center',
        gap: 12,
        minBlockSize: 0,
        overflowY: 'auto',
        margin: 0,
        padding: 0,
        listStyle: 'none',
      }}
    >
      {useParticipants().map((id) => (
        <li key={id} style={{ inlineSize: 'min(200px, calc(50% - 6px))' }}>
          <Voice participantId={id} />
        </li>
      ))}
    </ul>
  );
}

function Controls() {
  return (
    <RoomControls.Root>
      <RoomControls.Problems />
      <RoomControls.Group joined>
        <RoomControls.Microphone />
        <RoomControls.MicrophoneMenu />
      </RoomControls.Group>
      <RoomControls.Hand />
      <RoomControls.Leave />
    </RoomControls.Root>
  );
}

/** Make the room with `initialDemand: { video: 0 }`, and give tokens with `publish: ["audio"]`. */
export function AudioOnly({ room }: { room: Room }) {
  return (
    <Call room={room} controls={<Controls />}>
      <Voices />
    </Call>
  );
}
