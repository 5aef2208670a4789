import { roomError } from '../../../src/errors/index.ts';
import { type Censorship, censorshipOf, type ProducerInfo, type RequestData } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveRoom } from './LiveRoom.ts';
import { type LiveProducer, LiveStream } from './LiveStream.ts';
import { mayPublish, requirePublish } from './permissions.ts';
import { applyFlow } from './producerFlow.ts';

/**
 * Publishes a stream. The others are told once, when all of it is there. What a moderator keeps off is taken, and does
 * not flow.
 *
 * @throws RoomError `not-allowed`, `stream-exists`, `bad-request`; `aborted` when it was unpublished meanwhile.
 */
export async function publishStream(
  room: LiveRoom,
  participant: LiveParticipant,
  { key, producers }: RequestData<'publishStream'>,
): Promise<void> {
  const kinds = producers.map(({ kind }) => kind);
  requirePublish(participant.grants, key, kinds);
  if (new Set(kinds).size < kinds.length)
    throw roomError('bad-request', 'A stream has at most one track of each kind.');
  if (participant.streams.has(key)) throw roomError('stream-exists');

  const stream = new LiveStream(participant.id, key);
  participant.streams.set(key, stream);
  try {
    const made = await produceAll(room, participant, stream, producers);
    stream.announced = true;
    room.tellOthers(participant, 'streamPublished', { participantId: participant.id, stream: stream.info });
    room.producersAdded(participant, stream, made);
  } catch (error) {
    if (participant.streams.get(key) === stream) participant.streams.delete(key);
    throw error;
  }
}

/**
 * Adds a kind to a stream.
 *
 * @throws RoomError `not-allowed`, `censored`, `stream-not-found`, `stream-exists` (it has the kind), `bad-request`,
 * `aborted`.
 */
export async function produce(
  room: LiveRoom,
  participant: LiveParticipant,
  { key, producer }: RequestData<'produce'>,
): Promise<void> {
  requirePublish(participant.grants, key, [producer.kind]);
  const stream = participant.streams.get(key);
  if (!stream?.announced) throw roomError('stream-not-found');
  requireUncensored(censorshipOf(participant.censored, key, producer.kind));
  if (!stream.reserve(producer.kind)) {
    throw roomError('stream-exists', `The stream has a track of kind ${producer.kind} already. Update that one.`);
  }
  try {
    const made = await produceAll(room, participant, stream, [producer]);
    room.tellOthers(participant, 'streamUpdated', { participantId: participant.id, stream: stream.info });
    room.producersAdded(participant, stream, made);
  } finally {
    stream.unreserve(producer.kind);
  }
}

/**
 * Turns an own producer on or off, or takes its new size.
 *
 * @throws RoomError `stream-not-found`, `not-allowed` (turning on what may no longer be published), `censored` (what a
 * moderator keeps off).
 */
export async function updateProducer(
  room: LiveRoom,
  participant: LiveParticipant,
  { id, paused, width, height }: RequestData<'updateProducer'>,
): Promise<void> {
  const stream = participant.announcedStreams.find(({ producers }) => producers.some((one) => one.id === id));
  const producer = stream?.producers.find((one) => one.id === id);
  if (!stream || !producer) throw roomError('stream-not-found', 'You have no producer with this id.');
  if (paused === false) {
    requirePublish(participant.grants, stream.key, [producer.kind]);
    // One that is on all the time may get another track; turning it on is refused.
    if (!producer.enabled) requireUncensored(censorshipOf(participant.censored, stream.key, producer.kind));
  }

  const before = JSON.stringify(stream.info);
  producer.enabled = paused === undefined ? producer.enabled : !paused;
  producer.width = width ?? producer.width;
  producer.height = height ?? producer.height;
  if (!producer.enabled) room.producerSilenced(producer);
  // Told before the SFU is: others should see at once that somebody is muted.
  if (JSON.stringify(stream.info) !== before) {
    room.tellOthers(participant, 'streamUpdated', { participantId: participant.id, stream: stream.info });
  }
  if (paused !== undefined) await applyFlow(participant, stream, producer);
}

/** Ends a stream. One that is gone is gone. */
export function unpublishStream(room: LiveRoom, participant: LiveParticipant, key: string): void {
  const stream = participant.streams.get(key);
  if (!stream) return;
  participant.streams.delete(key);
  if (!stream.announced) return;
  stream.announced = false;
  const { producers } = stream;
  for (const { media } of producers) media.close();
  participant.quality.forgetProducers(producers.map(({ id }) => id));
  room.producersClosed(producers);
  room.tellOthers(participant, 'streamUnpublished', { participantId: participant.id, key });
}

/** @throws RoomError `censored` with what the moderator said. */
function requireUncensored(censorship: Censorship | null): void {
  if (!censorship) return;
  const { reason } = censorship;
  throw roomError('censored', reason === undefined ? undefined : `A moderator keeps this off: ${reason}`);
}

/** Makes the producers in parallel: all of them or none. */
async function produceAll(
  room: LiveRoom,
  participant: LiveParticipant,
  stream: LiveStream,
  infos: readonly ProducerInfo[],
): Promise<LiveProducer[]> {
  const ids = infos.map(({ id }) => id);
  room.producerIds.claim(ids);
  const { send } = participant.transports;
  const isCensored = ({ kind }: Pick<ProducerInfo, 'kind'>) =>
    censorshipOf(participant.censored, stream.key, kind) !== null;
  const censoredAtFirst = new Set(infos.filter(isCensored).map(({ id }) => id));
  const results = await Promise.allSettled(
    infos.map(async (info) =>
      (await send).produce({
        ...info,
        paused: info.paused || censoredAtFirst.has(info.id),
        onScore: (score) => participant.quality.producerScored(info.id, score),
      }),
    ),
  );
  const made = results.flatMap((result, index): LiveProducer[] => {
    const info = infos[index];
    if (result.status === 'rejected' || !info) return [];
    const { id, kind, paused, width, height } = info;
    return [{ id, kind, media: result.value, enabled: !paused, censored: isCensored(info), width, height }];
  });

  const refused = results.find(({ status }) => status === 'rejected');
  const wanted = !participant.gone && participant.streams.get(stream.key) === stream;
  const kinds = infos.map(({ kind }) => kind);
  if (!refused && wanted && mayPublish(participant.grants, stream.key, kinds)) {
    for (const producer of made) stream.add(producer);
    // A moderator may have spoken while they were made.
    const changed = made.filter(({ id, censored }) => censored !== censoredAtFirst.has(id));
    await Promise.all(changed.map((producer) => applyFlow(participant, stream, producer)));
    return made;
  }
  for (const { media } of made) media.close();
  room.producerIds.release(ids);
  if (!wanted) throw roomError('aborted', 'The stream was unpublished before it was ready.');
  if (!refused) requirePublish(participant.grants, stream.key, kinds);
  throw roomError('bad-request', `The SFU refused the track: ${String((refused as PromiseRejectedResult).reason)}`);
}
