import type {
  Censorship,
  DisconnectReason,
  Grants,
  MediaKind,
  Notification,
  ParticipantInfo,
  Source,
  StreamInfo,
  StreamKind,
} from '../../protocol/index.ts';
import { ALL_GRANTS, ROOM_ID } from '../clientToken.ts';
import { FakeConversation } from './FakeConversation.ts';
import { consumerBatch, FakeParticipant } from './FakeParticipant.ts';
import { FakeWaitingRoom } from './FakeWaitingRoom.ts';

/** What a test says of somebody whom it plays itself. */
export type PlayedParticipant = Partial<Omit<ParticipantInfo, 'streams'>> & {
  readonly id: string;
  readonly streams?: readonly PlayedStream[];
};

/** A stream of somebody whom the test plays: both kinds on, unless told. */
export interface PlayedStream {
  readonly key?: string;
  readonly audio?: Partial<StreamKind> | null;
  readonly video?: Partial<StreamKind> | null;
}

/** A room with people in it, who are told of each other. */
export class RoomOnServer {
  readonly id = ROOM_ID;
  readonly participants = new Map<string, FakeParticipant>();
  readonly conversation = new FakeConversation(this);
  readonly waitingRoom = new FakeWaitingRoom(() => this.#tellWaiting(this.participants.values()));
  activeSpeakerId: string | null = null;
  isRecording = false;
  #producersMade = 0;

  /** Somebody enters, played by the test. */
  enter({ streams = [], ...info }: PlayedParticipant): FakeParticipant {
    const participant = new FakeParticipant({
      canReceiveMessages: false,
      origin: 'remote',
      connection: 'connected',
      joinedAt: 1_700_000_000_000 + this.participants.size,
      grants: ALL_GRANTS,
      ...info,
    });
    for (const stream of streams) {
      const made = this.#played(stream);
      participant.streams.set(made.key, made);
    }
    this.add(participant);
    return participant;
  }

  add(participant: FakeParticipant): void {
    this.participants.set(participant.id, participant);
    this.#tellOthers(participant.id, { method: 'participantJoined', data: { participant: participant.info } });
    for (const stream of participant.streams.values()) this.#offer(participant, stream);
  }

  leave(id: string, reason: 'left' | 'lost' | 'kicked' = 'left'): void {
    const participant = this.participants.get(id);
    if (!participant) return;
    this.participants.delete(id);
    if (this.activeSpeakerId === id) this.activeSpeakerId = null;
    this.#tellOthers(id, { method: 'participantLeft', data: { participantId: id, reason } });
    this.#closeConsumers(participant.producers.map(({ info }) => info.producerId));
  }

  /** Puts somebody out who is told why. */
  expel(id: string, reason: DisconnectReason): void {
    const { connection } = this.#participant(id);
    this.leave(id, reason === 'kicked' ? 'kicked' : 'left');
    connection?.notify({ method: 'disconnecting', data: { reason } });
  }

  /** Puts everybody out at once. */
  end(reason: DisconnectReason): void {
    const participants = [...this.participants.values()];
    this.participants.clear();
    for (const { connection } of participants) connection?.notify({ method: 'disconnecting', data: { reason } });
  }

  /** A moderator keeps sources of somebody off, or with null lets them on again. */
  censor(id: string, sources: readonly Source[], censorship: Censorship | null): void {
    const participant = this.#participant(id);
    const entries = Object.entries(participant.info.censored ?? {}).filter(
      ([name]) => !sources.includes(name as Source),
    );
    const added = censorship ? sources.map((source) => [source, censorship] as const) : [];
    const censored = Object.fromEntries([...entries, ...added]);
    participant.update({ censored });
    for (const [key, stream] of participant.streams) participant.streams.set(key, participant.censoring(stream));
    this.tellAll({ method: 'participantsCensored', data: { participants: [{ participantId: id, censored }] } });
  }

  /** Somebody may do more or less than before. */
  setGrants(id: string, change: { readonly [Name in keyof Grants]?: Grants[Name] | undefined }): void {
    const participant = this.#participant(id);
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const grants = { ...participant.info.grants, ...Object.fromEntries(given) };
    if (JSON.stringify(grants) === JSON.stringify(participant.info.grants)) return;
    participant.update({ grants });
    this.tellAll({ method: 'participantUpdated', data: { participant: participant.info } });
    if (change.moderate !== undefined) this.#tellWaiting([participant]);
    if (grants.subscribe) return;
    const consumerIds = [...participant.consumers.keys()];
    participant.consumers.clear();
    if (consumerIds.length > 0) participant.connection?.notify({ method: 'consumersClosed', data: { consumerIds } });
  }

  /** A participant's details change, its name say. */
  updateParticipant(id: string, change: Partial<Omit<ParticipantInfo, 'id' | 'streams'>>): void {
    const participant = this.#participant(id);
    participant.update(change);
    this.tellAll({ method: 'participantUpdated', data: { participant: participant.info } });
  }

  /** A played participant publishes. */
  play(id: string, stream: PlayedStream = {}): void {
    this.publish(id, this.#played(stream));
  }

  publish(id: string, published: StreamInfo): void {
    const participant = this.#participant(id);
    const stream = participant.censoring(published);
    participant.streams.set(stream.key, stream);
    const data = { participantId: id, stream: structuredClone(stream) };
    this.#tellOthers(id, { method: 'streamPublished', data });
    this.#offer(participant, stream);
  }

  /** Kinds of a stream are added or changed. */
  updateStream(id: string, key: string, change: Partial<Omit<StreamInfo, 'key'>>): void {
    const participant = this.#participant(id);
    const stream = participant.streams.get(key);
    if (!stream) throw new Error(`The test's ${id} publishes no stream "${key}".`);
    const changed = participant.censoring({ ...stream, ...change });
    participant.streams.set(key, changed);
    const data = { participantId: id, stream: structuredClone(changed) };
    this.#tellOthers(id, { method: 'streamUpdated', data });
    this.#offer(participant, changed);
  }

  /** Turns one kind on or off, or censors it. */
  set(id: string, kind: MediaKind, change: Partial<StreamKind>, key = 'self'): void {
    const info = this.#participant(id).streams.get(key)?.[kind];
    if (!info) throw new Error(`The test's ${id} publishes no ${kind} in "${key}".`);
    this.updateStream(id, key, { [kind]: { ...info, ...change } });
  }

  /** Adds a kind to a played participant's stream. */
  addKind(id: string, kind: MediaKind, key = 'self'): void {
    this.updateStream(id, key, { [kind]: this.#kind(kind, {}) });
  }

  unpublish(id: string, key = 'self'): void {
    const participant = this.#participant(id);
    const ids = participant.producers.filter((producer) => producer.key === key).map(({ info }) => info.producerId);
    if (!participant.streams.delete(key)) return;
    this.#closeConsumers(ids);
    this.#tellOthers(id, { method: 'streamUnpublished', data: { participantId: id, key } });
  }

  /** Somebody is heard, or nobody any more. */
  speak(participantId: string | null, key: string | null = participantId === null ? null : 'self'): void {
    this.activeSpeakerId = participantId;
    this.tellAll({ method: 'activeSpeakerChanged', data: { participantId, key } });
  }

  /** The room is recorded from now on, or not any more. */
  setRecording(active: boolean): void {
    if (this.isRecording === active) return;
    this.isRecording = active;
    this.tellAll({ method: 'recordingChanged', data: { active } });
  }

  /** Tells a moderator who has come in of those who wait. */
  listWaitingTo(participant: FakeParticipant): void {
    if (participant.info.grants.moderate && this.waitingRoom.waiting.length > 0) this.#tellWaiting([participant]);
  }

  tellAll(notification: Notification): void {
    for (const { connection } of this.participants.values()) connection?.notify(notification);
  }

  #tellWaiting(participants: Iterable<FakeParticipant>): void {
    for (const { connection, info } of participants) {
      const waiting = info.grants.moderate ? [...this.waitingRoom.waiting] : [];
      connection?.notify({ method: 'waitingChanged', data: { waiting } });
    }
  }

  #tellOthers(id: string, notification: Notification): void {
    for (const participant of this.participants.values()) {
      if (participant.id !== id) participant.connection?.notify(notification);
    }
  }

  /** Sends a stream to those who have not yet got as many as they take unasked. */
  #offer(publisher: FakeParticipant, { key }: Pick<StreamInfo, 'key'>): void {
    const producers = publisher.producers.filter((producer) => producer.key === key);
    for (const participant of this.participants.values()) {
      if (participant === publisher || !participant.connection) continue;
      const consumers = producers
        .filter(({ kind, info }) => participant.unasked[kind] > 0 && !participant.consumes(info.producerId))
        .map((producer) => {
          participant.unasked[producer.kind] -= 1;
          return participant.consume(producer);
        });
      if (consumers.length > 0) {
        participant.connection.notify({ method: 'consumersAdded', data: consumerBatch(consumers) });
      }
    }
  }

  #closeConsumers(producerIds: readonly string[]): void {
    for (const { connection, consumers } of this.participants.values()) {
      const gone = [...consumers.values()].filter(({ producerId }) => producerIds.includes(producerId));
      const consumerIds = gone.map(({ id }) => id);
      for (const id of consumerIds) consumers.delete(id);
      if (consumerIds.length > 0) connection?.notify({ method: 'consumersClosed', data: { consumerIds } });
    }
  }

  #participant(id: string): FakeParticipant {
    const participant = this.participants.get(id);
    if (!participant) throw new Error(`The test's room has no participant ${id}.`);
    return participant;
  }

  #played({ key = 'self', audio = {}, video = {} }: PlayedStream): StreamInfo {
    return { key, audio: audio && this.#kind('audio', audio), video: video && this.#kind('video', video) };
  }

  #kind(kind: MediaKind, info: Partial<StreamKind>): StreamKind {
    this.#producersMade += 1;
    return {
      producerId: `producer-${this.#producersMade}`,
      enabled: true,
      censored: false,
      ...(kind === 'video' && { width: 1280, height: 720, spatialLayers: 3 }),
      ...info,
    };
  }
}
