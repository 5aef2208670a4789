import type { ChatMessage } from '../../engine/index.ts';

/** A line of a chat. */
export type ChatRow =
  | { readonly type: 'day'; readonly id: string; readonly date: Date }
  | { readonly type: 'unread'; readonly id: string }
  | {
      readonly type: 'message';
      readonly id: string;
      readonly message: ChatMessage;
      /** It begins a group of messages of one sender, and shows whose and when. */
      readonly first: boolean;
    };

/** Messages of one sender that are no further apart than this stand together. */
const TOGETHER_MS = 5 * 60_000;

const dayOf = (date: Date) => date.getFullYear() * 10_000 + date.getMonth() * 100 + date.getDate();

function belongsTo(before: ChatMessage, message: ChatMessage): boolean {
  return (
    before.participantId === message.participantId &&
    before.name === message.name &&
    (before.recipients === null) === (message.recipients === null) &&
    message.sentAt.getTime() - before.sentAt.getTime() < TOGETHER_MS
  );
}

/** Messages as a chat shows them: with the days between them, what is unread marked, and grouped by sender and time. */
export function rowsOf(messages: readonly ChatMessage[], firstUnread: string | null): readonly ChatRow[] {
  const rows: ChatRow[] = [];
  let before: ChatMessage | null = null;
  let day = 0;
  for (const message of messages) {
    const id = `${message.participantId}/${message.id}`;
    const today = dayOf(message.sentAt);
    let first = !before || !belongsTo(before, message);
    if (today !== day) {
      rows.push({ type: 'day', id: `day ${today} ${id}`, date: message.sentAt });
      day = today;
      first = true;
    }
    if (message.id === firstUnread) {
      rows.push({ type: 'unread', id: 'unread' });
      first = true;
    }
    rows.push({ type: 'message', id, message, first });
    before = message;
  }
  return rows;
}
