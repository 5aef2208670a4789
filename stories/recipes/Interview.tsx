import { ParticipantTile, type Room, RoomControls, useParticipants, useRecording } from 'parlour';
import type { CSSProperties } from 'react';
import { Call } from './Call.tsx';

const half: CSSProperties = { flex: '1 1 320px', minBlockSize: '45%' };

/** Two people, each with half of the picture; whoever else is there is heard. */
function Halves() {
  const [host, guest] = useParticipants();
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4, minBlockSize: 0 }}>
      {host && (
        <div style={half}>
          <Half participantId={host} />
        </div>
      )}
      {guest && (
        <div style={half}>
          <Half participantId={guest} />
        </div>
      )}
      {host && !guest && (
        <p style={{ ...half, display: 'grid', placeContent: 'center', margin: 0 }}>Your guest is on the way.</p>
      )}
    </div>
  );
}

/** The same shape as in the film that is made of it: the name below, nothing else. */
function Half({ participantId }: { participantId: string }) {
  return (
    <ParticipantTile.Root
      participantId={participantId}
      style={{ blockSize: '100%', aspectRatio: 'auto', borderRadius: 0 }}
    >
      <ParticipantTile.Avatar />
      <ParticipantTile.Video mirror={false} />
      <ParticipantTile.Status />
      <ParticipantTile.Name
        style={{
          position: 'absolute',
          insetBlockEnd: '8%',
          insetInlineStart: 0,
          padding: '6px 20px',
          background: 'var(--parlour-scrim)',
          color: 'var(--parlour-on-scrim)',
          fontSize: 'clamp(14px, 4cqi, 22px)',
        }}
      />
    </ParticipantTile.Root>
  );
}

/** Only for whoever has the grant `record`. */
function RecordButton() {
  const { isRecording, buttonProps, error } = useRecording();
  if (!buttonProps) return null;
  return (
    <>
      <button
        {...buttonProps}
        className="parlour-button"
        style={isRecording ? { background: 'var(--parlour-danger)', color: 'var(--parlour-on-danger)' } : undefined}
      >
        {isRecording ? '■ Recording' : '● Record'}
      </button>
      {error && <span role="alert">{error.message}</span>}
    </>
  );
}

function Controls() {
  return (
    <RoomControls.Root style={{ marginBlockEnd: 12 }}>
      <RoomControls.Problems />
      <RoomControls.Microphone />
      <RoomControls.Camera />
      <RecordButton />
      <RoomControls.Leave />
    </RoomControls.Root>
  );
}

export function Interview({ room }: { room: Room }) {
  return (
    <Call
      room={room}
      theme={{ colorScheme: 'dark' }}
      controls={<Controls />}
      style={{ padding: 0, background: '#000', color: '#fff' }}
    >
      <Halves />
    </Call>
  );
}
