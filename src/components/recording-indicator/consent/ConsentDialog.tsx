'use client';
import { useState } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { ModalDialog } from '../../dialog/ModalDialog.tsx';
import { useRecordingContext } from '../RecordingContext.ts';

/** The focus is at the words: whoever is just typing neither agrees nor leaves by that. */
const focusFirst = (element: HTMLElement | null) => element?.setAttribute('autofocus', '');

/** To stay or to leave. The focus goes back to where it was. */
export function ConsentDialog({ place }: { place: HTMLElement }) {
  const messages = usePanelMessages();
  const { consent, agree, leave } = useRecordingContext();
  const [leaving, setLeaving] = useState(false);
  const required = consent === 'required';
  return (
    <ModalDialog
      opener={place}
      title={messages['recording.title']}
      closeLabel={null}
      onClose={required ? null : (reason) => reason === 'escape' && agree()}
    >
      <p ref={focusFirst} className="parlour-dialog-text" tabIndex={-1}>
        {messages['recording.hint']} {required && messages['recording.held']}
      </p>
      <div className="parlour-dialog-actions">
        <button
          type="button"
          className="parlour-button parlour-recording-leave"
          aria-busy={leaving || undefined}
          onClick={() => {
            if (leaving) return;
            setLeaving(true);
            void leave();
          }}
        >
          {messages['controls.leave']}
        </button>
        <button type="button" className="parlour-button parlour-primary" onClick={agree}>
          {messages['recording.continue']}
        </button>
      </div>
    </ModalDialog>
  );
}
