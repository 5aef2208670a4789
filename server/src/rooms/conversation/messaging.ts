import { asRoomError, roomError } from '../../../../src/errors/index.ts';
import {
  MAX_TEXT_BYTES,
  type MessageResult,
  messageBytes,
  type OutgoingMessage,
} from '../../../../src/protocol/index.ts';
import type { LiveParticipant } from '../LiveParticipant.ts';
import type { LiveRoom } from '../LiveRoom.ts';
import { requireMessage } from '../permissions.ts';

/**
 * Sends messages, in their order. Each is taken or refused by itself; one that was taken before, over an earlier
 * connection say, is answered as it was then and not sent again.
 *
 * @param spend counts the bytes of a message. @throws RoomError `too-many-requests`.
 * @throws RoomError `not-allowed`.
 */
export function sendMessages(
  room: LiveRoom,
  sender: LiveParticipant,
  messages: readonly OutgoingMessage[],
  spend: (bytes: number) => void,
): MessageResult[] {
  requireMessage(sender.grants);
  return messages.map((message) => {
    const before = room.messages.sentAt(sender, message.id);
    if (before !== undefined) return { sentAt: before, repeated: true };
    try {
      requireFit(message);
      requireRecipients(room, message);
      spend(messageBytes(message.message));
      return { sentAt: room.messages.send(sender, message), repeated: false };
    } catch (thrown) {
      const { code, message: reason } = asRoomError(thrown);
      return { error: { code, message: reason } };
    }
  });
}

/**
 * Shows something to everybody, for a moment.
 *
 * @throws RoomError `not-allowed`.
 */
export function sendReaction(room: LiveRoom, sender: LiveParticipant, reaction: string): void {
  requireMessage(sender.grants);
  room.tellAll('reactionReceived', { participantId: sender.id, reaction });
}

function requireFit({ message }: OutgoingMessage): void {
  const bytes = messageBytes(message);
  if (bytes <= MAX_TEXT_BYTES) return;
  throw roomError('message-too-large', `The message has ${bytes} bytes; at most ${MAX_TEXT_BYTES} are allowed.`);
}

function requireRecipients(room: LiveRoom, { recipients = [] }: OutgoingMessage): void {
  for (const id of recipients) {
    const recipient = room.participants.get(id);
    if (!recipient) throw roomError('participant-not-found', `There is no participant ${id} in the room.`);
    if (recipient.canReceiveMessages) continue;
    throw roomError('not-allowed', `Participant ${id} receives no messages: it joined without enableMessages.`);
  }
}
