import { type Room, RoomStage, useCamera, useMicrophone, useRaisedHand, useRoom, useScreenShare } from 'parlour';
import type { ComponentProps } from 'react';
import { Call } from './Call.tsx';

/** Your own button. What it does, and whether it is pressed, comes from the hooks as props. */
function Pill({ danger = false, ...props }: ComponentProps<'button'> & { danger?: boolean }) {
  const pressed = props['aria-pressed'] === true;
  const color = danger ? 'danger' : 'accent';
  return (
    <button
      {...props}
      style={{
        minBlockSize: 44,
        padding: '0 18px',
        border: `2px solid var(--parlour-${danger ? 'danger' : 'field-border'})`,
        borderRadius: 8,
        background: pressed || danger ? `var(--parlour-${color})` : 'var(--parlour-surface)',
        color: pressed || danger ? `var(--parlour-on-${color})` : 'var(--parlour-text)',
        font: 'inherit',
        fontWeight: 600,
        cursor: 'pointer',
      }}
    />
  );
}

function Controls() {
  const room = useRoom();
  const microphone = useMicrophone();
  const camera = useCamera();
  const screen = useScreenShare();
  const hand = useRaisedHand();
  const error = microphone.error ?? camera.error ?? hand.error;
  return (
    <div
      role="toolbar"
      aria-label="Call"
      style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', gap: 8 }}
    >
      <Pill {...microphone.buttonProps}>Microphone</Pill>
      <Pill {...camera.buttonProps}>Camera</Pill>
      <Pill {...screen.buttonProps}>Share screen</Pill>
      <Pill {...hand.buttonProps}>Raise hand</Pill>
      <select
        aria-label="Which microphone"
        {...microphone.selectProps}
        style={{ minBlockSize: 44, maxInlineSize: 220, font: 'inherit' }}
      >
        {microphone.devices.map(({ deviceId, label }) => (
          <option key={deviceId} value={deviceId}>
            {label || 'Microphone'}
          </option>
        ))}
      </select>
      <Pill danger type="button" onClick={() => void room.disconnect()}>
        Leave
      </Pill>
      {error && (
        <p role="alert" style={{ flexBasis: '100%', margin: 0, textAlign: 'center' }}>
          {error.message}
        </p>
      )}
    </div>
  );
}

export function OwnControls({ room }: { room: Room }) {
  return (
    <Call room={room} controls={<Controls />}>
      <RoomStage />
    </Call>
  );
}
