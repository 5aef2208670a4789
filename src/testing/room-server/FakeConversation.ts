import { roomError } from '../../errors/index.ts';
import {
  MAX_TEXT_BYTES,
  type MessageInfo,
  type MessageResult,
  messageBytes,
  type OutgoingMessage,
  type RequestData,
} from '../../protocol/index.ts';
import type { FakeParticipant } from './FakeParticipant.ts';
import type { RoomOnServer } from './RoomOnServer.ts';

/** What is written and shown in a room. */
export class FakeConversation {
  /** All that was ever sent; those get it who come later and whose token says so. */
  readonly messages: MessageInfo[] = [];
  readonly #room: RoomOnServer;
  #moment = 1_700_000_000_000;

  constructor(room: RoomOnServer) {
    this.#room = room;
  }

  /** Takes a message as a server does: once, and told to those whom it is for. */
  send(sender: FakeParticipant, { id, message, recipients }: OutgoingMessage): MessageResult {
    const known = this.messages.find((one) => one.id === id && one.participantId === sender.id);
    if (known) return { sentAt: known.sentAt, repeated: true };
    if (messageBytes(message) > MAX_TEXT_BYTES) return { error: { code: 'message-too-large', message: 'Too large.' } };
    const missing = recipients?.find((recipient) => !this.#room.participants.has(recipient));
    if (missing) return { error: { code: 'participant-not-found', message: `There is no ${missing}.` } };
    this.#moment += 1;
    const { name } = sender.info;
    const info: MessageInfo = {
      id,
      participantId: sender.id,
      ...(name !== undefined && { name }),
      message,
      recipients: recipients ?? null,
      sentAt: this.#moment,
    };
    this.messages.push(info);
    for (const one of this.#room.participants.values()) {
      const receives = recipients ? recipients.includes(one.id) : one.info.canReceiveMessages || one === sender;
      if (receives) one.connection?.notify({ method: 'messageReceived', data: info });
    }
    return { sentAt: this.#moment, repeated: false };
  }

  /** Somebody whom the test plays writes. */
  write(participantId: string, payload: string, recipients?: readonly string[]): void {
    const sender = this.#room.participants.get(participantId);
    if (!sender) throw new Error(`The test's room has no participant ${participantId}.`);
    const message = { type: 'text' as const, payload };
    this.send(sender, { id: crypto.randomUUID(), message, ...(recipients && { recipients: [...recipients] }) });
  }

  /** Somebody shows something for a moment. */
  react(participantId: string, reaction: string): void {
    this.#room.tellAll({ method: 'reactionReceived', data: { participantId, reaction } });
  }

  update(participant: FakeParticipant, { context, handRaised }: RequestData<'updateSelf'>): void {
    if (context !== undefined) participant.update({ context: context ?? undefined });
    if (handRaised !== undefined) {
      this.#moment += 1;
      participant.update({ handRaisedAt: handRaised ? this.#moment : undefined });
    }
    this.#room.tellAll({ method: 'participantUpdated', data: { participant: participant.info } });
  }

  lowerHands(participant: FakeParticipant, ids: readonly string[]): void {
    if (ids.some((id) => id !== participant.id) && !participant.info.grants.moderate) throw roomError('not-allowed');
    for (const id of ids) {
      const lowered = this.#room.participants.get(id);
      if (lowered) this.update(lowered, { handRaised: false });
    }
  }

  /** What somebody is told who has just come. */
  listTo({ id, info, connection }: FakeParticipant): void {
    const messages = this.messages.filter(
      ({ participantId, recipients }) => !recipients || participantId === id || recipients.includes(id),
    );
    if (messages.length === 0 || !info.canReceiveMessages || !info.grants.history) return;
    connection?.notify({ method: 'messagesListed', data: { messages } });
  }
}
