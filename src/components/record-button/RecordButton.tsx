'use client';
import CircleDot from 'lucide-react/icons/circle-dot';
import { useRecording } from '../../hooks/index.ts';
import { messageOfError, usePanelMessages } from '../../i18n/index.ts';
import { RoomControlsButton, type RoomControlsButtonProps } from '../room-controls/button/RoomControlsButton.tsx';

export type RecordButtonProps = Partial<RoomControlsButtonProps>;

const ICON = <CircleDot aria-hidden />;

/**
 * Records everybody, or ends that: a control for `RoomControls`. Renders a `<button>` that is pressed while the room is
 * recorded, or nothing for who may not record.
 */
export function RecordButton(props: RecordButtonProps) {
  const messages = usePanelMessages();
  const { canRecord, isRecording, isPending, error, start, stop } = useRecording();
  if (!canRecord) return null;
  return (
    <>
      <RoomControlsButton
        label={messages['recording.record']}
        icon={ICON}
        pressed={isRecording}
        aria-busy={isPending || undefined}
        onSelect={isRecording ? stop : start}
        collapse={32}
        {...props}
      />
      <div className="parlour-device-problems" role="status">
        {error && (
          <p className="parlour-device-problem">
            {messages['recording.record']}: {messageOfError(messages, error)}
          </p>
        )}
      </div>
    </>
  );
}
