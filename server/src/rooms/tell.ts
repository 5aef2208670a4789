import type { NotificationData, NotificationMethod } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import { Notice } from './Notice.ts';

/** Tells several people the same, as one notice. */
export function tell<M extends NotificationMethod>(
  participants: Iterable<Pick<LiveParticipant, 'outbox'>>,
  method: M,
  data: NotificationData<M>,
  { bytes = 0, except }: { bytes?: number; except?: LiveParticipant } = {},
): void {
  const notice = new Notice(method, data, { bytes, shared: true });
  for (const participant of participants) if (participant !== except) participant.outbox.tell(notice);
}
