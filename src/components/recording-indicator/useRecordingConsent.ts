'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { ownRecordings, useConnection, useRoomState, useRoomStore } from '../../hooks/index.ts';
import type { RecordingConsent, RecordingContextValue } from './RecordingContext.ts';
import { useHeldDevices } from './useHeldDevices.ts';

export interface RecordingConsentOptions {
  readonly consent: RecordingConsent;
  readonly onConsent: (() => void) | undefined;
  readonly onLeave: (() => void) | undefined;
}

/** Whether the room is recorded, and whether the person has yet to say what to do about it. */
export function useRecordingConsent({ consent, onConsent, onLeave }: RecordingConsentOptions): RecordingContextValue {
  const { commands } = useRoomStore();
  const { status } = useConnection();
  const recording = useRoomState('recording', (state) => state.isRecording);
  const [agreed, setAgreed] = useState(false);
  // A connection that breaks may forget that the room is recorded, and learn it again: nobody is asked twice for that.
  const over = !recording && status !== 'reconnecting';
  if (over && agreed) setAgreed(false);
  useEffect(() => {
    if (over) ownRecordings.delete(commands.recording);
  }, [over, commands]);

  const inRoom = status === 'connected' || status === 'reconnecting';
  const [joinedRecorded, setJoinedRecorded] = useState(false);
  const look = useEffectEvent(() => setJoinedRecorded(inRoom && recording));
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the coming that is looked at
  useEffect(() => look(), [inRoom]);

  const own = ownRecordings.has(commands.recording);
  const asking = recording && inRoom && consent !== 'none' && !agreed && !own;
  const held = useHeldDevices(asking && consent === 'required');
  return {
    recording,
    consent,
    asking,
    // The dialog tells it by itself.
    joinedRecorded: joinedRecorded && consent === 'none',
    agree: () => {
      setAgreed(true);
      onConsent?.();
    },
    leave: async () => {
      held.forget();
      // A connection that is lost already is left as well.
      await commands.disconnect().catch(() => {});
      onLeave?.();
    },
  };
}
