import { type MessageInfo, messageBytes, type OutgoingMessage } from '../../../../src/protocol/index.ts';
import type { LiveParticipant } from '../LiveParticipant.ts';
import { tell } from '../tell.ts';
import { type HistoryLimits, MessageHistory } from './MessageHistory.ts';
import type { RoomClock } from './RoomClock.ts';
import { TakenMessages } from './TakenMessages.ts';

/** What a message weighs besides its text: ids, names and the words of JSON. */
const ENVELOPE_BYTES = 300;

/** What is written in one room: each message taken once, told in the order in which it came, and kept for a while. */
export class RoomMessages {
  readonly #participants: ReadonlyMap<string, LiveParticipant>;
  readonly #clock: RoomClock;
  readonly #history: MessageHistory;
  readonly #taken = new TakenMessages();

  constructor(participants: ReadonlyMap<string, LiveParticipant>, clock: RoomClock, limits: HistoryLimits) {
    this.#participants = participants;
    this.#clock = clock;
    this.#history = new MessageHistory(limits);
  }

  /** When this message was sent, if it has been taken before. */
  sentAt(sender: LiveParticipant, id: string): number | undefined {
    return this.#taken.sentAt(sender.id, id);
  }

  /** Takes a message that is allowed, and tells those whom it is for. @returns When it was sent. */
  send(sender: LiveParticipant, { id, message, recipients = [] }: OutgoingMessage): number {
    const sentAt = this.#clock.next();
    const { name } = sender;
    const info: MessageInfo = {
      id,
      participantId: sender.id,
      ...(name !== undefined && { name }),
      message,
      recipients: recipients.length > 0 ? [...new Set(recipients)] : null,
      sentAt,
    };
    const bytes = messageBytes(message) + ENVELOPE_BYTES;
    this.#taken.add(sender.id, id, sentAt);
    this.#history.add(info, bytes);
    tell(this.#receivers(sender, info.recipients), 'messageReceived', info, { bytes });
    return sentAt;
  }

  /** Tells somebody who has just come what was written before, if it may read that. */
  listTo(participant: LiveParticipant): void {
    if (!participant.canReceiveMessages || !participant.grants.history) return;
    for (const messages of this.#history.pagesFor(participant.id)) {
      const bytes = messages.reduce((sum, { message }) => sum + messageBytes(message) + ENVELOPE_BYTES, 0);
      participant.outbox.notify('messagesListed', { messages }, bytes);
    }
  }

  /** Everybody who receives messages, and the sender; or the recipients. */
  #receivers(sender: LiveParticipant, recipients: readonly string[] | null): LiveParticipant[] {
    const all = [...this.#participants.values()];
    if (!recipients) return all.filter((one) => one.canReceiveMessages || one === sender);
    return recipients.flatMap((id) => this.#participants.get(id) ?? []);
  }
}
