'use client';
import { useState } from 'react';
import { asRoomError, type RoomError } from '../errors/index.ts';
import { ownRecordings } from './ownRecordings.ts';
import { useRoomStore } from './RoomContext.ts';
import { usePermission } from './usePermission.ts';
import { useRoomState } from './useRoomState.ts';

/** Whether the room is recorded, and what we can do about that. */
export interface RoomRecording {
  /** Whether what is sent in the room is being recorded, whoever began it. */
  readonly isRecording: boolean;
  /** Whether our grants allow recording; it may change during the call. */
  readonly canRecord: boolean;
  /** Whether the recording is on its way to begin or to end, at our word. */
  readonly isPending: boolean;
  /** Why the last start or stop did not work. */
  readonly error: RoomError | null;
  /** Records everybody from now on; how it went is in `isRecording` and `error`. */
  start(): void;
  /** Ends the recording; what there is of it is kept. */
  stop(): void;
  /** Props of a toggle button, to spread on your own; give it a name. Null without the grant: no button then. */
  readonly buttonProps: {
    readonly type: 'button';
    readonly 'aria-pressed': boolean;
    readonly 'aria-busy': true | undefined;
    readonly onClick: () => void;
  } | null;
}

/** The recording of the room: whether there is one, and the means to start and to stop it. */
export function useRecording(): RoomRecording {
  const { recording } = useRoomStore().commands;
  const isRecording = useRoomState('recording', (state) => state.isRecording);
  const canRecord = usePermission('record');
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<RoomError | null>(null);

  const run = async (command: () => Promise<void>) => {
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      await command();
    } catch (thrown) {
      setError(asRoomError(thrown));
    }
    setPending(false);
  };
  const start = () =>
    void run(async () => {
      ownRecordings.add(recording);
      await recording.start().catch((thrown) => {
        ownRecordings.delete(recording);
        throw thrown;
      });
    });
  const stop = () => void run(() => recording.stop());
  return {
    isRecording,
    canRecord,
    isPending,
    error,
    start,
    stop,
    buttonProps: canRecord
      ? {
          type: 'button',
          'aria-pressed': isRecording,
          'aria-busy': isPending || undefined,
          onClick: isRecording ? stop : start,
        }
      : null,
  };
}
