'use client';
import { type FormEvent, useState } from 'react';
import {
  type CreateRoomInput,
  type RoomResource,
  RoomsApiError,
  useCreateRoom,
  useUpdateRoom,
} from '../../api/index.ts';
import { ModalDialog } from '../../components/dialog/ModalDialog.tsx';
import { usePanelMessages } from '../../i18n/index.ts';
import { Field } from '../form/Field.tsx';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { roomName } from './roomName.ts';

export interface RoomDialogProps {
  /** The room to change; null: a new one. */
  room: RoomResource | null;
  opener: HTMLElement;
  onDone: (news: string) => void;
  onClose: () => void;
}

/** A dialog opens at what has the attribute, which React does not write. */
const takeFocus = (field: HTMLInputElement | null) => field?.setAttribute('autofocus', '');

/** What a form has in its fields: empty ones are not there. */
function inputOf(form: HTMLFormElement): CreateRoomInput {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim() || null;
  const timeout = text('webhook_timeout_secs');
  return {
    unique_name: text('unique_name'),
    max_participants: Number(text('max_participants') ?? 10),
    enable_recording: data.get('enable_recording') !== null,
    webhook_event_url: text('webhook_event_url'),
    webhook_event_failover_url: text('webhook_event_failover_url') ?? '',
    webhook_timeout_secs: timeout === null ? null : Number(timeout),
  };
}

/** Makes or changes a room. What the server does not accept is said at its field. */
export function RoomDialog({ room, opener, onDone, onClose }: RoomDialogProps) {
  const words = usePanelMessages();
  const messages = useConsoleMessages();
  const create = useCreateRoom();
  const update = useUpdateRoom();
  const [error, setError] = useState<Error | null>(null);
  const pending = create.isPending || update.isPending;

  const problems = error instanceof RoomsApiError ? error.problems : [];
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const fields = ['unique_name', 'max_participants', 'webhook_event_url'];
  const others = ['webhook_event_failover_url', 'webhook_timeout_secs'];
  const general = error && !problems.some(({ field }) => field !== null && [...fields, ...others].includes(field));

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    const input = inputOf(form);
    setError(null);
    try {
      const saved = await (room ? update.mutateAsync({ roomId: room.id, ...input }) : create.mutateAsync(input));
      onDone(messages[room ? 'rooms.wasSaved' : 'rooms.wasCreated'](roomName(messages, saved)));
      onClose();
    } catch (thrown) {
      setError(thrown as Error);
      const wrong = thrown instanceof RoomsApiError ? thrown.field : null;
      const field = wrong === null ? null : form.elements.namedItem(wrong);
      if (!(field instanceof HTMLElement)) return;
      field.closest('details')?.setAttribute('open', '');
      field.focus();
    }
  };

  return (
    <ModalDialog
      opener={opener}
      title={room ? messages['rooms.edit'](roomName(messages, room)) : messages['rooms.create']}
      closeLabel={words['dialog.close']}
      // Pressing beside it by mistake does not lose what was entered.
      onClose={(reason) => reason !== 'outside' && onClose()}
    >
      <form className="parlour-console-form" noValidate onSubmit={(event) => void submit(event)}>
        <Field
          ref={takeFocus}
          label={messages['rooms.name']}
          hint={messages['rooms.nameHint']}
          name="unique_name"
          defaultValue={room?.unique_name ?? ''}
          autoComplete="off"
          dir="auto"
          problem={problemOf('unique_name')}
        />
        <Field
          label={messages['rooms.capacityLabel']}
          name="max_participants"
          type="number"
          min={2}
          defaultValue={room?.max_participants ?? 10}
          problem={problemOf('max_participants')}
        />
        <label className="parlour-console-check">
          <input
            type="checkbox"
            name="enable_recording"
            className="parlour-console-checkbox"
            defaultChecked={room?.enable_recording ?? false}
          />
          <span>{messages['rooms.recordingLabel']}</span>
        </label>
        <details className="parlour-console-details" open={Boolean(room?.webhook_event_url)}>
          <summary className="parlour-console-summary">{messages['rooms.webhooks']}</summary>
          <div className="parlour-console-form">
            <Field
              label={messages['rooms.webhook']}
              name="webhook_event_url"
              type="url"
              dir="ltr"
              placeholder="https://"
              defaultValue={room?.webhook_event_url ?? ''}
              problem={problemOf('webhook_event_url')}
            />
            <Field
              label={messages['rooms.webhookFailover']}
              name="webhook_event_failover_url"
              type="url"
              dir="ltr"
              placeholder="https://"
              defaultValue={room?.webhook_event_failover_url ?? ''}
              problem={problemOf('webhook_event_failover_url')}
            />
            <Field
              label={messages['rooms.webhookTimeout']}
              name="webhook_timeout_secs"
              type="number"
              min={0}
              max={30}
              defaultValue={room?.webhook_timeout_secs ?? ''}
              problem={problemOf('webhook_timeout_secs')}
            />
          </div>
        </details>
        <p className="parlour-console-problem" role="alert">
          {general && messageOfFailure(messages, error)}
        </p>
        <div className="parlour-dialog-actions">
          <button type="button" className="parlour-button" onClick={onClose}>
            {words['dialog.cancel']}
          </button>
          <button type="submit" className="parlour-button parlour-primary" aria-busy={pending || undefined}>
            {messages[room ? 'rooms.saveSubmit' : 'rooms.createSubmit']}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
