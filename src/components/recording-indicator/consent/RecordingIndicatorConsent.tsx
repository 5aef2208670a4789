'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { lazyPart } from '../../lazy-part/lazyPart.tsx';
import { useRecordingContext } from '../RecordingContext.ts';

/** The dialog, fetched when it is opened first. */
export const ConsentDialog = /* @__PURE__ */ lazyPart(async () => (await import('./ConsentDialog.tsx')).ConsentDialog, {
  placement: 'popup',
});

/**
 * Asks whether to stay in a room that is recorded, as the indicator's `consent` has it. Where nothing is asked, it tells
 * screen readers of who join such a room; what begins and ends later is told by `RoomAnnouncer`. Renders a `<span>` that
 * cannot be seen, and a `<dialog>` while something is asked.
 */
export function RecordingIndicatorConsent() {
  const messages = usePanelMessages();
  const { asking, joinedRecorded } = useRecordingContext();
  const ref = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setPlace(ref.current), []);
  return (
    <>
      <span ref={ref} className="parlour-announcer" role="status">
        {joinedRecorded && messages['recording.title']}
      </span>
      {asking && place && <ConsentDialog place={place} />}
    </>
  );
}
