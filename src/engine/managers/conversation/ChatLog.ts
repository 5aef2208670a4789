import type { RoomError } from '../../../errors/index.ts';
import type { MessageInfo } from '../../../protocol/index.ts';
import type { Chat, ChatMessage, Message } from '../../Chat.ts';
import type { RoomState } from '../../RoomState.ts';

/** How many messages are kept. */
const KEPT = 1_000;

type Place = Pick<ChatMessage, 'id' | 'participantId'>;

/** Keeps what was written in the state: in the order of the server's clock, with what is still on its way at the end. */
export class ChatLog {
  readonly #state: Pick<RoomState, 'get' | 'setChat'>;

  constructor(state: Pick<RoomState, 'get' | 'setChat'>) {
    this.#state = state;
  }

  /** One of our own messages that is there. */
  own(id: string): ChatMessage | undefined {
    return this.#chat.messages.find((message) => message.id === id && message.origin === 'local');
  }

  /** We write something. */
  write(id: string, message: Message, recipients: readonly string[] | null): void {
    const { localParticipantId: participantId, participants } = this.#state.get();
    const name = participants.get(participantId)?.name;
    this.#put({
      ...message,
      id,
      participantId,
      ...(name !== undefined && { name }),
      origin: 'local',
      recipients,
      sentAt: new Date(),
      status: 'pending',
    });
  }

  /** One of our messages has arrived at the server. */
  sent(id: string, sentAt: number): void {
    const message = this.own(id);
    if (message && message.status !== 'sent') this.#put({ ...message, sentAt: new Date(sentAt), status: 'sent' });
  }

  /** One of our messages was refused, or has not arrived in time. */
  failed(id: string, error: RoomError): void {
    const message = this.own(id);
    if (message?.status === 'pending') this.#replace(message, { ...message, status: 'failed', error });
  }

  /** One of our messages is on its way again. */
  retried(id: string): void {
    const message = this.own(id);
    // It may have been written before we were in the room, as nobody yet.
    const { localParticipantId: participantId } = this.#state.get();
    if (message) this.#replace(message, { ...message, participantId, sentAt: new Date(), status: 'pending' });
  }

  /** A message as the server tells it. @param unread - Whether it counts as unread, unless it is our own. */
  received(info: MessageInfo, unread: boolean): void {
    const { id, participantId, name, message, recipients, sentAt } = info;
    const local = participantId === this.#state.get().localParticipantId;
    this.#put({
      type: 'text',
      payload: message.payload,
      ...(message.meta !== undefined && { meta: message.meta }),
      id,
      participantId,
      ...(name !== undefined && { name }),
      origin: local ? 'local' : 'remote',
      recipients,
      sentAt: new Date(sentAt),
      status: 'sent',
    });
    if (unread && !local) this.#set({ unread: this.#chat.unread + 1 });
  }

  remove(id: string): void {
    const message = this.own(id);
    if (message) this.#set({ messages: this.#chat.messages.filter((one) => one !== message) });
  }

  markRead(): void {
    if (this.#chat.unread > 0) this.#set({ unread: 0 });
  }

  /** Forgets everything: what comes now is for somebody else. */
  clear(): void {
    this.#state.setChat({ messages: [], unread: 0 });
  }

  get #chat(): Chat {
    return this.#state.get().chat;
  }

  #set(change: Partial<Chat>): void {
    this.#state.setChat({ ...this.#chat, ...change });
  }

  #replace(before: ChatMessage, after: ChatMessage): void {
    this.#set({ messages: this.#chat.messages.map((message) => (message === before ? after : message)) });
  }

  /** Puts a message where it belongs, in place of what it was before. */
  #put(message: ChatMessage): void {
    const others = this.#chat.messages.filter((other) => !isSame(other, message));
    const place = message.status === 'sent' ? placeOf(message, others) : others.length;
    this.#set({ messages: others.toSpliced(place, 0, message).slice(-KEPT) });
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.id === b.id && a.participantId === b.participantId;
}

/** Behind all that was sent before it; what failed stays where it is. */
function placeOf({ sentAt }: ChatMessage, others: readonly ChatMessage[]): number {
  const before = (other: ChatMessage) =>
    other.status === 'failed' || (other.status === 'sent' && other.sentAt <= sentAt);
  return others.findLastIndex(before) + 1;
}
