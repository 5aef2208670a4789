import { roomError } from '../../../src/errors/index.ts';
import type { ConsumerBatch, RequestData } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveRoom } from './LiveRoom.ts';
import { requireSubscribe } from './permissions.ts';

/**
 * Sends streams of others to a participant, paused until it asks for them to run: media that flows before the client
 * has set its side up loses its key frame. Streams that are gone are left out.
 *
 * @throws RoomError `not-allowed`, `own-stream`.
 */
export async function subscribe(
  room: LiveRoom,
  participant: LiveParticipant,
  { subscriptions }: RequestData<'subscribe'>,
): Promise<ConsumerBatch> {
  requireSubscribe(participant.grants);
  if (subscriptions.some(({ participantId }) => participantId === participant.id)) throw roomError('own-stream');
  const wanted = subscriptions.flatMap(({ participantId, key, kind, spatialLayer }) => {
    const stream = room.participants.get(participantId)?.streams.get(key);
    const producer = stream?.announced ? stream.producer(kind) : null;
    return stream && producer ? [{ stream, producer, spatialLayer }] : [];
  });
  const opened = new Set(participant.subscriptions.open(wanted, true));
  return participant.subscriptions.pack([...opened]);
}

/**
 * Starts, pauses and tunes consumers.
 *
 * @throws RoomError `not-allowed` when one is to be started that the grants no longer cover.
 */
export async function updateConsumers(
  participant: LiveParticipant,
  { consumers }: RequestData<'updateConsumers'>,
): Promise<void> {
  if (consumers.some(({ paused }) => paused === false)) requireSubscribe(participant.grants);
  await participant.subscriptions.update(consumers);
}
