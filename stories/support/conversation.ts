import { type ChatMessage, RoomError } from '../../src/engine/index.ts';
import type { StaticState } from '../../src/store/index.ts';
import { roomOf } from './snapshots.ts';

interface Line {
  /** Number of the person, as the snapshot counts them: 1 is us. */
  readonly from: number;
  readonly text: string;
  /** Minutes before noon of the last day. */
  readonly ago: number;
  readonly status?: 'pending' | 'sent' | 'failed';
  readonly toSome?: boolean;
}

const names = ['', 'Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Katherine Johnson'];
const everybody = names.slice(1).map((name) => ({ name }));
const NOON = new Date(2026, 2, 12, 12).getTime();

function messageOf({ from, text, ago, status = 'sent', toSome }: Line, index: number): ChatMessage {
  const message = {
    type: 'text' as const,
    payload: text,
    id: `message-${index}`,
    participantId: `person-${from}`,
    name: names[from] as string,
    origin: from === 1 ? ('local' as const) : ('remote' as const),
    recipients: toSome ? ['person-1'] : null,
    sentAt: new Date(NOON - ago * 60_000),
  };
  if (status !== 'failed') return { ...message, status };
  return { ...message, status, error: new RoomError('too-many-requests', 'Too many requests.') };
}

const lines: readonly Line[] = [
  { from: 2, text: 'Are the slides of last week somewhere?', ago: 24 * 60 + 20 },
  {
    from: 1,
    text: 'Here they are: https://example.com/slides/third-quarter (the chart is on page 4).',
    ago: 24 * 60 + 12,
  },
  { from: 2, text: 'Thank you!', ago: 24 * 60 + 11 },
  { from: 3, text: 'Good morning everybody', ago: 32 },
  { from: 3, text: 'I will be five minutes late, the train is standing.', ago: 31 },
  { from: 4, text: 'No hurry. We begin with the open questions:\n1. the date\n2. who takes notes', ago: 28 },
  { from: 1, text: 'I take notes.', ago: 26 },
  { from: 2, text: 'Only for you: could you send me the draft before we start?', ago: 12, toSome: true },
  { from: 1, text: 'Sure', ago: 11 },
  { from: 1, text: 'It is on its way', ago: 10 },
];

/** A room in which people write. */
export function conversation({ more = [], unread = 0 }: { more?: readonly Line[]; unread?: number } = {}): StaticState {
  return { ...roomOf(everybody), chat: { messages: [...lines, ...more].map(messageOf), unread } };
}

/** A room in which that much has been written. */
export function longConversation(count: number): StaticState {
  const messages = Array.from({ length: count }, (_, index) =>
    messageOf(
      {
        from: (index % 7) % 4 === 0 ? 1 : 2 + (index % 3),
        text:
          index % 5 === 0
            ? `Message ${index + 1}, which is long enough to take more than one line of the panel.`
            : `Message ${index + 1}`,
        ago: count - index,
      },
      index,
    ),
  );
  return { ...roomOf(everybody), chat: { messages, unread: 0 } };
}
