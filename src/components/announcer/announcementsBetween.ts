import type { ChatMessage, Participant, State } from '../../engine/index.ts';
import type { Messages } from '../../i18n/index.ts';
import type { Announcement } from './AnnouncementKind.ts';

/** Longer messages are cut: they can be read in the chat. */
const MOST_CHARACTERS = 200;

type Named = Pick<Participant, 'name'> | undefined;

/** Up to two people by name; of more, the first and how many others. */
function named(people: readonly Named[], messages: Messages): [names: string[], others: number] {
  const shown = people.length > 2 ? people.slice(0, 1) : people;
  return [shown.map((person) => person?.name ?? messages['tile.unnamed']), people.length - shown.length];
}

function comings(before: State, after: State): Participant[] {
  const since = after.participants.get(after.localParticipantId)?.joinedAt ?? new Date(0);
  // Of a large room we learn page by page who was there before us.
  return [...after.participants.values()].filter(
    ({ id, joinedAt, origin }) => origin !== 'local' && joinedAt >= since && !before.participants.has(id),
  );
}

function goings(before: State, after: State): Participant[] {
  return [...before.participants.values()].filter(
    ({ id, origin }) => origin !== 'local' && !after.participants.has(id),
  );
}

/** Those that nobody has read: an open chat reads out its own. */
function newMessages(before: State, after: State): ChatMessage[] {
  if (after.chat === before.chat || after.chat.unread === 0) return [];
  const known = new Set(before.chat.messages.map(({ id }) => id));
  return after.chat.messages
    .filter(({ origin }) => origin === 'remote')
    .slice(-after.chat.unread)
    .filter(({ id }) => !known.has(id));
}

function aboutMessages(found: readonly ChatMessage[], messages: Messages): string {
  const [first] = found;
  if (!first || found.length > 1) return messages['announce.messages'](found.length);
  const { payload, name = messages['tile.unnamed'] } = first;
  const text = payload.length > MOST_CHARACTERS ? `${payload.slice(0, MOST_CHARACTERS)}…` : payload;
  return messages['announce.message'](name, text);
}

/**
 * What others did between two states of a room, one sentence for each kind: who came and went again in between is not
 * in it.
 */
export function announcementsBetween(before: State, after: State, messages: Messages): Announcement[] {
  const joined = comings(before, after);
  const left = goings(before, after);
  const hands = after.raisedHands
    .filter(({ participantId: id }) => id !== after.localParticipantId)
    .filter(({ participantId: id }) => !before.raisedHands.some((hand) => hand.participantId === id))
    .map(({ participantId }) => after.participants.get(participantId));
  const waiting = after.waiting.filter(({ id }) => !before.waiting.some((one) => one.id === id));
  const written = newMessages(before, after);
  return [
    ...(joined.length > 0
      ? [{ kind: 'joined', text: messages['announce.joined'](...named(joined, messages)) } as const]
      : []),
    ...(left.length > 0 ? [{ kind: 'left', text: messages['announce.left'](...named(left, messages)) } as const] : []),
    ...(hands.length > 0
      ? [{ kind: 'hand', text: messages['announce.handRaised'](...named(hands, messages)) } as const]
      : []),
    ...(waiting.length > 0
      ? [{ kind: 'waiting', text: messages['announce.waiting'](...named(waiting, messages)) } as const]
      : []),
    ...(written.length > 0 ? [{ kind: 'message', text: aboutMessages(written, messages) } as const] : []),
  ];
}

const SOURCES = { audio: 'microphone', video: 'camera', presentation: 'screen' } as const;

/** What a moderator did to us between two states of a room. */
export function moderationBetween(before: State, after: State, messages: Messages): Announcement[] {
  const [then, now] = [before, after].map(({ participants, localParticipantId: id }) => participants.get(id)?.censored);
  return Object.entries(SOURCES).flatMap(([source, device]) => {
    const [was, is] = [then, now].map((censored) => censored?.[source as keyof typeof SOURCES] !== undefined);
    if (was === is) return [];
    return { kind: 'moderation' as const, text: messages[`announce.${device}${is ? 'Censored' : 'Uncensored'}`] };
  });
}
