'use client';
import { createContext, use } from 'react';

/** What is asked of those whose pictures and sound are recorded. */
export type RecordingConsent = 'none' | 'notice' | 'required';

/** What the parts of a recording's indicator share. */
export interface RecordingContextValue {
  readonly recording: boolean;
  readonly consent: RecordingConsent;
  /** The dialog is to be shown: the room is recorded, and the person has not said yet what to do about it. */
  readonly asking: boolean;
  /** The room was recorded already when we joined it, and nothing is asked: that has to be said. */
  readonly joinedRecorded: boolean;
  readonly agree: () => void;
  readonly leave: () => Promise<void>;
}

export const RecordingContext = createContext<RecordingContextValue | null>(null);

/** @throws Error outside a recording's indicator. */
export function useRecordingContext(): RecordingContextValue {
  const value = use(RecordingContext);
  if (!value) {
    throw new Error(
      'Parlour: this part belongs into an indicator of recording. Put it inside <RecordingIndicator.Root>.',
    );
  }
  return value;
}
