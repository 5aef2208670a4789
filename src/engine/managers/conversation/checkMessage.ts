import { roomError } from '../../../errors/index.ts';
import { MAX_BATCH, MAX_TEXT_BYTES, messageBytes, type OutgoingMessage } from '../../../protocol/index.ts';

/** Most characters of a participant's id. */
const MAX_ID_LENGTH = 128;

const isId = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= MAX_ID_LENGTH;

/**
 * What the server would refuse is refused at once. By hand and not by the schema: that is loaded with the connection, and
 * a message is taken in its turn.
 *
 * @throws RoomError `bad-request`, `message-too-large`
 */
export function checkMessage({ message, recipients }: OutgoingMessage): void {
  const { type, payload, meta } = message as { type: unknown; payload: unknown; meta?: unknown };
  if (type !== 'text') refuse(`its type is ${String(type)}, and only text is known`);
  if (typeof payload !== 'string') refuse('its payload is not a string');
  if (meta !== undefined && typeof meta !== 'string') refuse('its meta is not a string');
  if (recipients && (recipients.length === 0 || recipients.length > MAX_BATCH || !recipients.every(isId))) {
    refuse(`its recipients are not 1 to ${MAX_BATCH} ids of participants. Leave them out to write to everybody`);
  }
  const bytes = messageBytes(message);
  if (bytes <= MAX_TEXT_BYTES) return;
  throw roomError(
    'message-too-large',
    `The message has ${bytes} bytes; at most ${MAX_TEXT_BYTES} are allowed. Send the address of what is larger.`,
  );
}

function refuse(why: string): never {
  throw roomError('bad-request', `The message cannot be sent: ${why}.`);
}
