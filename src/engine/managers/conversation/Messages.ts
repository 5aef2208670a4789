import { asRoomError, type RoomError, roomError } from '../../../errors/index.ts';
import type { MessageInfo, OutgoingMessage } from '../../../protocol/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';
import type { ChatMessage, Message } from '../../Chat.ts';
import type { ChatCommands } from '../../ConversationCommands.ts';
import type { Environment } from '../../Environment.ts';
import type { RoomState } from '../../RoomState.ts';
import { ChatLog } from './ChatLog.ts';
import { checkMessage } from './checkMessage.ts';
import { MessageQueue } from './MessageQueue.ts';

/** How many messages are known to have been told: more than a server lists to who comes back. */
const KNOWN = 4_000;

/** What we write and what others write to us. It outlives a connection, and so nothing of it is lost with one. */
export class Messages implements ChatCommands {
  readonly #state: RoomState;
  readonly #log: ChatLog;
  readonly #queue: MessageQueue;
  /** What `message_received` has told, or is from before our time. */
  readonly #told = new Set<string>();
  /** Whose chat this is. */
  #participantId: string | null = null;
  #connected = false;
  #rejoined = false;

  constructor(state: RoomState, environment: Pick<Environment, 'setTimer'>) {
    this.#state = state;
    this.#log = new ChatLog(state);
    this.#queue = new MessageQueue(environment);
  }

  async send(message: Message, recipients?: readonly string[]): Promise<void> {
    const { type, payload, meta } = message;
    const outgoing: OutgoingMessage = {
      id: crypto.randomUUID(),
      message: { type, payload, ...(meta !== undefined && { meta }) },
      ...(recipients && { recipients: [...recipients] }),
    };
    checkMessage(outgoing);
    this.#log.write(outgoing.id, outgoing.message as Message, recipients ?? null);
    await this.#deliver(outgoing);
  }

  async retry(id: string): Promise<void> {
    const message = this.#log.own(id);
    if (message?.status !== 'failed') return;
    this.#log.retried(id);
    await this.#deliver(outgoingFrom(message));
  }

  discard(id: string): void {
    if (this.#log.own(id)?.status === 'failed') this.#log.remove(id);
  }

  markRead(): void {
    this.#log.markRead();
  }

  handleConnected(signalling: Pick<SignallingConnection, 'request'>, rejoined: boolean): void {
    const { localParticipantId } = this.#state.get();
    if (this.#participantId !== null && this.#participantId !== localParticipantId) this.#handOver();
    this.#participantId = localParticipantId;
    this.#rejoined = rejoined;
    this.#connected = true;
    this.#queue.handleConnected(signalling);
  }

  handleInterrupted(): void {
    this.#queue.handleInterrupted();
  }

  handleResumed(): void {
    this.#queue.handleResumed();
  }

  handleLost(): void {
    this.#queue.handleLost();
  }

  handleDisconnected(error: RoomError): void {
    this.#connected = false;
    this.#queue.handleDisconnected(error);
  }

  handleReceived(info: MessageInfo): void {
    if (!this.#tellOnce(info)) return;
    this.#log.received(info, true);
    this.#emit(info);
  }

  /** What was written while we were not there: before our time nobody is told of it, after an absence it is news. */
  handleListed(messages: readonly MessageInfo[]): void {
    for (const info of messages) {
      if (!this.#tellOnce(info)) continue;
      this.#log.received(info, this.#rejoined);
      const ownToOthers = info.participantId === this.#participantId && info.recipients !== null;
      if (this.#rejoined && !ownToOthers) this.#emit(info);
    }
  }

  async #deliver(outgoing: OutgoingMessage): Promise<void> {
    try {
      if (!this.#connected) throw roomError('not-connected');
      const { sentAt, repeated } = await this.#queue.add(outgoing);
      this.#state.batch(() => {
        this.#log.sent(outgoing.id, sentAt);
        // It was told to a connection that is gone.
        if (repeated && !outgoing.recipients) this.#tellOwn(outgoing, sentAt);
      });
    } catch (thrown) {
      const error = asRoomError(thrown);
      this.#log.failed(outgoing.id, error);
      throw error;
    }
  }

  #tellOwn({ id, message }: OutgoingMessage, sentAt: number): void {
    const info = { id, message, sentAt, participantId: this.#participantId ?? '', recipients: null };
    if (this.#tellOnce(info)) this.#emit(info);
  }

  #emit({ participantId, message, recipients }: MessageInfo): void {
    this.#state.emit('message_received', participantId, message as Message, recipients);
  }

  #tellOnce({ participantId, id }: MessageInfo): boolean {
    const key = `${participantId}/${id}`;
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    const [oldest] = this.#told;
    if (this.#told.size > KNOWN && oldest !== undefined) this.#told.delete(oldest);
    return true;
  }

  /** We come back as somebody else, who may not read this. */
  #handOver(): void {
    this.#queue.handleDisconnected(roomError('aborted', 'The message was written by another participant.'));
    this.#log.clear();
    this.#told.clear();
  }
}

function outgoingFrom({ id, payload, meta, recipients }: ChatMessage): OutgoingMessage {
  return {
    id,
    message: { type: 'text', payload, ...(meta !== undefined && { meta }) },
    ...(recipients && { recipients: [...recipients] }),
  };
}
