import { roomError } from '../../errors/index.ts';
import {
  censorshipOf,
  type MediaKind,
  type ProducerInfo,
  type RequestAnswer,
  type RequestData,
  type RequestMethod,
  type StreamKind,
} from '../../protocol/index.ts';
import { readClientToken } from '../clientToken.ts';
import { consumerBatch, type FakeParticipant } from './FakeParticipant.ts';
import type { RoomOnServer } from './RoomOnServer.ts';

type Answers = {
  [Method in RequestMethod]: (
    room: RoomOnServer,
    participant: FakeParticipant,
    data: RequestData<Method>,
    now: () => number,
  ) => RequestAnswer<Method>;
};

/** What the server does for each request of a client. */
const answers: Answers = {
  attach: () => ({}),
  ping: () => ({}),
  restartIce: () => ({ iceParameters: { usernameFragment: 'new', password: 'new' } }),
  connectTransport: () => ({}),
  publishStream(room, participant, { key, producers }) {
    requirePublish(participant, key, producers);
    if (participant.streams.has(key)) throw roomError('stream-exists');
    const [audio, video] = (['audio', 'video'] as const).map((kind) => producers.find((one) => one.kind === kind));
    room.publish(participant.id, { key, audio: streamKind(audio), video: streamKind(video) });
    return {};
  },
  produce(room, participant, { key, producer }) {
    requirePublish(participant, key, [producer]);
    const stream = participant.streams.get(key);
    if (!stream) throw roomError('stream-not-found');
    requireUncensored(participant, key, producer.kind);
    if (stream[producer.kind]) throw roomError('stream-exists');
    room.updateStream(participant.id, key, { [producer.kind]: streamKind(producer) });
    return {};
  },
  updateProducer(room, participant, { id, paused, width, height }) {
    const producer = participant.producers.find(({ info }) => info.producerId === id);
    if (!producer) throw roomError('stream-not-found');
    const { key, kind, info } = producer;
    if (paused === false && !info.enabled) requireUncensored(participant, key, kind);
    if (paused === false) requirePublish(participant, key, [{ kind }]);
    room.updateStream(participant.id, key, {
      [kind]: {
        ...info,
        enabled: paused === undefined ? info.enabled : !paused,
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
      },
    });
    return {};
  },
  unpublishStream(room, participant, { key }) {
    room.unpublish(participant.id, key);
    return {};
  },
  subscribe(room, participant, { subscriptions }) {
    requireSubscribe(participant);
    const consumers = subscriptions.flatMap(({ participantId, key, kind, spatialLayer }) => {
      if (participantId === participant.id) throw roomError('own-stream');
      const producers = room.participants.get(participantId)?.producers ?? [];
      const producer = producers.find((one) => one.key === key && one.kind === kind);
      return producer ? [participant.consume(producer, spatialLayer)] : [];
    });
    return consumerBatch(consumers);
  },
  updateConsumers(_room, participant, { consumers }) {
    for (const { id, paused, spatialLayer, temporalLayer, priority } of consumers) {
      const consumer = participant.consumers.get(id);
      if (!consumer) continue;
      consumer.paused = paused ?? consumer.paused;
      consumer.spatialLayer = spatialLayer ?? consumer.spatialLayer;
      consumer.temporalLayer = temporalLayer ?? consumer.temporalLayer;
      consumer.priority = priority ?? consumer.priority;
    }
    return {};
  },
  requestKeyFrames: () => ({}),
  unsubscribe(_room, participant, { consumerIds }) {
    for (const id of consumerIds) participant.consumers.delete(id);
    return {};
  },
  mute(room, participant, { sources, reason, ...selection }) {
    const censorship = { by: participant.id, ...(reason !== undefined && { reason }) };
    for (const id of selected(room, participant, selection)) room.censor(id, sources, censorship);
    return {};
  },
  unmute(room, participant, { sources, ...selection }) {
    for (const id of selected(room, participant, selection)) room.censor(id, sources, null);
    return {};
  },
  kick(room, participant, selection) {
    for (const id of selected(room, participant, selection)) room.expel(id, 'kicked');
    return {};
  },
  changeGrants(room, participant, { grants, ...selection }) {
    for (const id of selected(room, participant, selection)) room.setGrants(id, grants);
    return {};
  },
  admit(room, participant, { participants }) {
    requireModerate(participant);
    room.waitingRoom.admit(participants);
    return {};
  },
  turnAway(room, participant, { participants }) {
    requireModerate(participant);
    room.waitingRoom.turnAway(participants);
    return {};
  },
  endSession(room, participant) {
    requireModerate(participant);
    room.end('session_terminated');
    return {};
  },
  refreshToken(room, participant, { token }, now) {
    const content = readClientToken(token);
    if (!content) throw roomError('token-invalid');
    if (content.roomId !== room.id || content.participantId !== participant.id) throw roomError('token-wrong-room');
    room.setGrants(participant.id, content.grants);
    return { tokenExpiresAt: content.exp * 1000, now: now() };
  },
  sendMessages({ conversation }, participant, { messages }) {
    if (!participant.info.grants.message) throw roomError('not-allowed');
    return { results: messages.map((message) => conversation.send(participant, message)) };
  },
  sendReaction({ conversation }, participant, { reaction }) {
    if (!participant.info.grants.message) throw roomError('not-allowed');
    conversation.react(participant.id, reaction);
    return {};
  },
  updateSelf({ conversation }, participant, change) {
    conversation.update(participant, change);
    return {};
  },
  lowerHands({ conversation }, participant, { participantIds }) {
    conversation.lowerHands(participant, participantIds);
    return {};
  },
  startRecording(room, participant) {
    requireRecord(participant);
    room.setRecording(true);
    return {};
  },
  stopRecording(room, participant) {
    requireRecord(participant);
    room.setRecording(false);
    return {};
  },
  leave(room, participant) {
    room.leave(participant.id, 'left');
    return {};
  },
};

/** @throws RoomError as a server refuses a request */
export function answerRequest(
  room: RoomOnServer,
  participant: FakeParticipant,
  method: RequestMethod,
  data: unknown,
  now: () => number,
): unknown {
  return answers[method](room, participant, data as never, now);
}

function streamKind(producer: ProducerInfo | undefined): StreamKind | null {
  if (!producer) return null;
  const { id, kind, paused, width, height, rtpParameters } = producer;
  return {
    producerId: id,
    enabled: !paused,
    censored: false,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(kind === 'video' && { spatialLayers: rtpParameters.encodings.length }),
  };
}

function requirePublish(
  { info }: FakeParticipant,
  key: string,
  producers: readonly Pick<ProducerInfo, 'kind'>[],
): void {
  const needed = key === 'presentation' ? ['presentation' as const] : producers.map(({ kind }) => kind);
  if (needed.some((source) => !info.grants.publish.includes(source))) throw roomError('not-allowed');
}

function requireSubscribe({ info }: FakeParticipant): void {
  if (!info.grants.subscribe) throw roomError('not-allowed');
}

function requireModerate({ info }: FakeParticipant): void {
  if (!info.grants.moderate) throw roomError('not-allowed');
}

function requireRecord({ info }: FakeParticipant): void {
  if (!info.grants.record) throw roomError('not-allowed');
}

function requireUncensored({ info }: FakeParticipant, key: string, kind: MediaKind): void {
  if (censorshipOf(info.censored, key, kind)) throw roomError('censored');
}

/** Whom a moderator means. */
function selected(
  room: RoomOnServer,
  moderator: FakeParticipant,
  { participants, exclude = [] }: Pick<RequestData<'kick'>, 'participants' | 'exclude'>,
): string[] {
  requireModerate(moderator);
  const missing = [...(participants === 'all' ? [] : participants), ...exclude].find(
    (id) => !room.participants.has(id),
  );
  if (missing !== undefined) throw roomError('participant-not-found', `There is no ${missing} here.`);
  const meant =
    participants === 'all' ? [...room.participants.keys()].filter((id) => id !== moderator.id) : participants;
  return meant.filter((id) => !exclude.includes(id));
}
