'use client';
import { RecordingIndicatorBadge } from './badge/RecordingIndicatorBadge.tsx';
import { RecordingIndicatorConsent } from './consent/RecordingIndicatorConsent.tsx';
import { RecordingIndicatorRoot, type RecordingIndicatorRootProps } from './root/RecordingIndicatorRoot.tsx';

export type RecordingIndicatorProps = Omit<RecordingIndicatorRootProps, 'children'>;

function DefaultIndicator(props: RecordingIndicatorProps) {
  return (
    <RecordingIndicatorRoot {...props}>
      <RecordingIndicatorBadge />
      <RecordingIndicatorConsent />
    </RecordingIndicatorRoot>
  );
}

/**
 * That the room is recorded, for as long as it is, and the question whether to stay in it. Parts: `Root`, `Badge`, `Consent`.
 */
export const RecordingIndicator = /* @__PURE__ */ Object.assign(DefaultIndicator, {
  Root: RecordingIndicatorRoot,
  Badge: RecordingIndicatorBadge,
  Consent: RecordingIndicatorConsent,
});
