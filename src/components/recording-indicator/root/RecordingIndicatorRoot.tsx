'use client';
import type { ReactNode } from 'react';
import css from '../../../styles/lazy/recording-indicator.css?inline';
import { type PartProps, useRenderElement, useStyleSheet } from '../../../ui/index.ts';
import { type RecordingConsent, RecordingContext } from '../RecordingContext.ts';
import { useRecordingConsent } from '../useRecordingConsent.ts';

/** What an indicator of recording shows as `data-*`. */
export interface RecordingIndicatorState {
  /** The room is recorded. */
  readonly recording: boolean;
  /** The person has yet to say whether to stay. */
  readonly asking: boolean;
}

export interface RecordingIndicatorRootProps extends PartProps<'div', RecordingIndicatorState> {
  /**
   * What is asked of who joins a room that is recorded, and of everybody when a recording begins, except of who began it:
   * `none`; a `notice` to stay or to leave, which Escape puts away too; or an answer is `required`, and until it is given
   * the microphone, the camera and shared screens are kept off.
   *
   * @default 'notice'
   */
  consent?: RecordingConsent | undefined;
  /** Called when the person stays. */
  onConsent?: (() => void) | undefined;
  /** Called when the person has left because of the recording. */
  onLeave?: (() => void) | undefined;
  children?: ReactNode;
}

/** Where it is told that the room is recorded. Renders a `<div>`. */
export function RecordingIndicatorRoot({
  consent = 'notice',
  onConsent,
  onLeave,
  ...props
}: RecordingIndicatorRootProps) {
  useStyleSheet(css);
  const context = useRecordingConsent({ consent, onConsent, onLeave });
  const { recording, asking } = context;
  const element = useRenderElement('div', props, { recording, asking }, { className: 'parlour-recording' });
  return <RecordingContext value={context}>{element}</RecordingContext>;
}
