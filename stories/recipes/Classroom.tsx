import { type Room, RoomControls, RoomStage, useModeration, useParticipantName, useRaisedHand } from 'parlour';
import { type CSSProperties, useMemo } from 'react';
import { Call } from './Call.tsx';

const button: CSSProperties = {
  minBlockSize: 44,
  padding: '0 14px',
  border: '1px solid var(--parlour-field-border)',
  borderRadius: 'var(--parlour-radius-small)',
  background: 'var(--parlour-control)',
  color: 'var(--parlour-text)',
  font: 'inherit',
  cursor: 'pointer',
};

function Pupil({ id, place, onTake }: { id: string; place: number; onTake: (() => void) | undefined }) {
  const name = useParticipantName(id);
  return (
    <li style={{ display: 'flex', alignItems: 'center', gap: 12, minBlockSize: 44 }}>
      <span style={{ color: 'var(--parlour-text-muted)' }}>{place}</span>
      <span style={{ flex: 1 }}>{name}</span>
      {onTake && (
        <button type="button" style={button} aria-label={`Take ${name}`} onClick={onTake}>
          Take
        </button>
      )}
    </li>
  );
}

/** Who wants to say something, the first one first. Only a teacher's token has the grant `moderate`. */
function Hands() {
  const { hands, lower, canLowerOthers } = useRaisedHand();
  const muteAll = useModeration().getMuteProps();
  return (
    <section
      aria-label="Raised hands"
      style={{
        boxSizing: 'border-box',
        flex: '1 1 240px',
        display: 'flex',
        flexDirection: 'column',
        gap: 8,
        padding: 16,
        borderRadius: 'var(--parlour-radius)',
        background: 'var(--parlour-surface)',
      }}
    >
      <h2 style={{ margin: 0, fontSize: 18 }}>Raised hands</h2>
      {hands.length === 0 && <p style={{ margin: 0, color: 'var(--parlour-text-muted)' }}>Nobody at the moment.</p>}
      <ol style={{ flex: 1, margin: 0, padding: 0, listStyle: 'none' }}>
        {hands.map(({ participantId }, index) => (
          <Pupil
            key={participantId}
            id={participantId}
            place={index + 1}
            onTake={canLowerOthers ? () => lower(participantId) : undefined}
          />
        ))}
      </ol>
      {muteAll && (
        <button {...muteAll} style={button}>
          Quiet, please
        </button>
      )}
    </section>
  );
}

function Controls() {
  return (
    <RoomControls.Root>
      <RoomControls.Problems />
      <RoomControls.Microphone />
      <RoomControls.Camera />
      <RoomControls.Hand />
      <RoomControls.EndForAll collapse="always" />
      <RoomControls.More />
      <RoomControls.Leave />
    </RoomControls.Root>
  );
}

/** The teacher is large for everybody. Who that is, the application knows: it made the lesson. */
export function Classroom({ room, teacherId }: { room: Room; teacherId: string }) {
  const spotlight = useMemo(() => [teacherId], [teacherId]);
  return (
    <Call room={room} theme={{ accent: '#0f766e' }} controls={<Controls />}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, minBlockSize: 0 }}>
        <div style={{ flex: '4 1 300px', minBlockSize: '60%' }}>
          <RoomStage layout="speaker" spotlight={spotlight} />
        </div>
        <Hands />
      </div>
    </Call>
  );
}
