import { type RoomErrorCode, roomError } from '../../../src/errors/index.ts';
import type {
  DisconnectReason,
  DtlsParameters,
  NotificationData,
  NotificationMethod,
} from '../../../src/protocol/index.ts';
import type { ParticipantLeftReason, SessionEndedReason } from '../events/RoomEvent.ts';
import { CurrentMedia } from './CurrentMedia.ts';
import { RoomClock } from './conversation/RoomClock.ts';
import { RoomMessages } from './conversation/RoomMessages.ts';
import { endedReason } from './endedReason.ts';
import { type JoinedRoom, joinedRoom } from './joinedRoom.ts';
import { type Entrant, LiveParticipant } from './LiveParticipant.ts';
import type { LiveProducer, LiveStream } from './LiveStream.ts';
import { LostMedia } from './LostMedia.ts';
import { ModerationRecord } from './ModerationRecord.ts';
import { ParticipantTransports } from './ParticipantTransports.ts';
import { ProducerDemands } from './ProducerDemands.ts';
import type { ProducerIds } from './ProducerIds.ts';
import { RoomAudience } from './RoomAudience.ts';
import { type LobbyPlace, RoomLobby } from './RoomLobby.ts';
import type { Direction } from './RoomMedia.ts';
import { RoomQuality } from './RoomQuality.ts';
import { RoomRecording } from './RoomRecording.ts';
import type { RoomSurroundings } from './RoomSurroundings.ts';
import { SessionLog } from './SessionLog.ts';
import { tell } from './tell.ts';
import { WaitingRoom } from './WaitingRoom.ts';

type Departure = NotificationData<'participantLeft'>['reason'];

/**
 * A room with people in it, or that had some until a moment ago: who is there, and what each is told of the others.
 * Its media is opened by the first to enter, or to wait in the lobby, and closed behind the last.
 */
export class LiveRoom {
  readonly id: string;
  readonly producerIds: ProducerIds;
  readonly clock: RoomClock;
  readonly messages: RoomMessages;
  readonly moderation: ModerationRecord;
  readonly recording: RoomRecording;
  readonly audience: RoomAudience;
  readonly session: SessionLog;
  readonly waitingRoom: WaitingRoom;
  readonly #surroundings: RoomSurroundings;
  readonly #onOver: (room: LiveRoom, ended: Promise<void>) => void;
  readonly #participants = new Map<string, LiveParticipant>();
  readonly #demands = new ProducerDemands();
  readonly #lobby = new RoomLobby(() => this.#quiet());
  readonly #quality = new RoomQuality(this.#participants);
  readonly #media: CurrentMedia;
  readonly #lostMedia = new LostMedia((lost) => this.#removeAll(lost, 'lost', 'network_error'));
  #grace: NodeJS.Timeout | null = null;

  /**
   * @param after when the end of the room's last session is on record.
   * @param onOver called when the session ends and nobody is left; `ended` is done when that is on record.
   */
  constructor(
    id: string,
    surroundings: RoomSurroundings,
    after: Promise<void>,
    onOver: (room: LiveRoom, ended: Promise<void>) => void,
  ) {
    this.id = id;
    this.producerIds = surroundings.producerIds;
    this.moderation = new ModerationRecord(id, surroundings.bans);
    this.#surroundings = surroundings;
    this.#onOver = onOver;
    this.session = new SessionLog(id, surroundings.records, surroundings.log, after);
    this.audience = new RoomAudience(this.#participants);
    this.clock = new RoomClock(() => surroundings.now());
    this.#media = new CurrentMedia(surroundings.mediaServer, {
      dominantSpeaker: (producerId) => this.audience.dominantSpeaker(producerId),
      audioVolumes: (volumes) => this.audience.audioVolumes(volumes),
    });
    this.recording = new RoomRecording({
      roomId: id,
      recorder: surroundings.recorder,
      demands: this.#demands,
      session: () => this.session.begin(),
      media: () => this.#media.open(),
      onChange: (active) => this.tellAll('recordingChanged', { active }),
    });
    this.waitingRoom = new WaitingRoom(id, this.#participants, surroundings, () => this.#quiet());
    this.messages = new RoomMessages(this.#participants, this.clock, surroundings.history);
  }

  get participants(): ReadonlyMap<string, LiveParticipant> {
    return this.#participants;
  }

  /**
   * Lets somebody in. All of it happens before anything is awaited: the seat is taken, the others are told, what there
   * is to see is listed, and the transports and first consumers are on their way. So whatever changes from here on
   * reaches the newcomer as a notification, once.
   *
   * Who is in the room already (the page was reloaded, say) takes its own place: the older presence is told
   * `session_terminated` (a reason that clients do not come back from by themselves, or the two would chase each other
   * out for ever), with `joined-elsewhere` when it is another client (a second tab, another device), and the others see
   * its streams end and the participant stay. A client that comes back by itself takes no place but its own.
   *
   * @throws RoomError `room-full`, `joined-elsewhere`.
   */
  enter(entrant: Entrant, capacity: number): JoinedRoom {
    const { participantId } = entrant.identity;
    const previous = this.#participants.get(participantId);
    const elsewhere = previous && previous.clientId !== entrant.clientId;
    if (elsewhere && entrant.returning) throw roomError('joined-elsewhere');
    if (!previous && this.#participants.size >= capacity) {
      throw roomError('room-full', `The room is full: it takes ${capacity}. Try again when somebody has left.`);
    }
    this.#stopGrace();
    const media = this.#media.open();
    const waiting = entrant.place ? this.#lobby.take(entrant.place, media) : null;
    if (previous) {
      this.#participants.delete(participantId);
      if (elsewhere) previous.close('session_terminated', 'joined-elsewhere');
      this.#end(previous, 'session_terminated', true);
    }
    const transports = waiting ?? new ParticipantTransports(media, entrant.dtls);
    const participant = new LiveParticipant(entrant, transports, this.#demands, this.#surroundings.now());
    transports.onLost = () => this.#lostMedia.add(participant);
    participant.handRaisedAt = previous?.handRaisedAt ?? null;
    const others = [...this.#participants.values()];
    this.moderation.applyTo(participant);
    this.#participants.set(participantId, participant);
    const { info } = participant;
    this.tellOthers(participant, previous ? 'participantUpdated' : 'participantJoined', { participant: info });

    const session = this.session.begin();
    const recorded = this.session.joined(participant);
    const joined = joinedRoom({
      participant,
      others,
      // On a transport that is connected a key frame would come before there is anybody to show it.
      paused: waiting !== null || entrant.dtls === undefined,
      fromLobby: waiting !== null,
      activeSpeakerId: this.audience.activeSpeakerId,
      session: recorded.then(() => session),
    });
    // Behind the roster: who wrote is known by then.
    this.messages.listTo(participant);
    this.waitingRoom.listTo(participant);
    this.#quality.entered(participant);
    return joined;
  }

  /** How many are in the lobby. */
  get inLobby(): number {
    return this.#lobby.size;
  }

  /** Transports for somebody who may enter later. Nobody is told, and nothing is on record. */
  wait(dtls: Record<Direction, DtlsParameters>): LobbyPlace {
    return this.#lobby.open(this.#media.open(), dtls);
  }

  /** Somebody does not wait any more. */
  stopWaiting(place: LobbyPlace): void {
    this.#lobby.close(place);
  }

  /** Takes somebody out, who left by itself (no `disconnected`) or is told why it has to go. */
  remove(participant: LiveParticipant, told: Departure, disconnected: DisconnectReason | null): void {
    this.#removeAll([participant], told, disconnected);
  }

  /** Takes everybody out, each told the reason. The session goes on for the grace time, as after any leaving. */
  disconnectAll(reason: DisconnectReason, recorded: ParticipantLeftReason = 'lost', code?: RoomErrorCode): void {
    if (this.#participants.size === 0) return;
    const participants = [...this.#participants.values()];
    this.#participants.clear();
    for (const participant of participants) {
      this.#forgetProducers(participant.producers);
      participant.close(reason, code);
      this.session.left(participant.id, recorded);
    }
    this.#emptied();
  }

  /** Ends the session, and with it everybody's presence. Done when it is on record. */
  async end(reason: DisconnectReason, code?: RoomErrorCode): Promise<void> {
    this.#lobby.closeAll();
    this.waitingRoom.closed(reason);
    this.disconnectAll(reason, endedReason(reason), code);
    await this.#over(endedReason(reason));
  }

  /** Somebody's socket broke, or another one took its place: the others see it at once. */
  setReconnecting(participant: LiveParticipant, reconnecting: boolean): void {
    if (participant.gone || participant.reconnecting === reconnecting) return;
    participant.reconnecting = reconnecting;
    this.tellOthers(participant, 'participantUpdated', { participant: participant.info });
  }

  /** What somebody says of itself is another now. */
  contextChanged(participant: LiveParticipant): void {
    this.session.contextChanged(participant);
  }

  tellOthers<M extends NotificationMethod>(except: LiveParticipant, method: M, data: NotificationData<M>): void {
    tell(this.#participants.values(), method, data, { except });
  }

  tellAll<M extends NotificationMethod>(method: M, data: NotificationData<M>): void {
    tell(this.#participants.values(), method, data);
  }

  /** Others may receive producers of a stream from now on: sends it to those who want what they are not asked for. */
  producersAdded(publisher: LiveParticipant, stream: LiveStream, producers: readonly LiveProducer[]): void {
    for (const producer of producers) {
      this.audience.add(stream, producer);
      if (producer.kind === 'video') this.#demands.add(producer.id, publisher);
    }
    this.recording.add(stream, producers);
    if (producers.length === 0) return;
    for (const participant of this.#participants.values()) {
      if (participant !== publisher) participant.offer(stream);
    }
  }

  /** Nobody speaks through a producer that is off. */
  producerSilenced(producer: LiveProducer): void {
    this.audience.silence(producer.id);
    this.#quality.changed();
  }

  /** Producers are closed: their consumers too, and whoever had some is told in one message. */
  producersClosed(producers: readonly LiveProducer[]): void {
    if (producers.length === 0) return;
    this.#forgetProducers(producers);
    const ids = new Set(producers.map(({ id }) => id));
    for (const { subscriptions, outbox } of this.#participants.values()) {
      const consumerIds = subscriptions.producersClosed(ids);
      if (consumerIds.length > 0) outbox.notify('consumersClosed', { consumerIds });
    }
  }

  /** Those who are still there; none of them hears of the others. */
  #removeAll(some: readonly LiveParticipant[], told: Departure, disconnected: DisconnectReason | null): void {
    const there = some.filter((one) => this.#participants.get(one.id) === one && this.#participants.delete(one.id));
    for (const participant of there) {
      this.tellOthers(participant, 'participantLeft', { participantId: participant.id, reason: told });
      this.#end(participant, disconnected, false);
      this.session.left(participant.id, disconnected === 'unauthorized' ? disconnected : told);
    }
    if (there.length > 0 && this.#participants.size === 0) this.#emptied();
  }

  #end(participant: LiveParticipant, reason: DisconnectReason | null, tellStreams: boolean): void {
    const streams = participant.announcedStreams;
    participant.close(reason);
    this.producersClosed(participant.producers);
    if (!tellStreams) return;
    for (const { key } of streams) {
      this.tellOthers(participant, 'streamUnpublished', { participantId: participant.id, key });
    }
  }

  #forgetProducers(producers: readonly LiveProducer[]): void {
    const ids = producers.map(({ id }) => id);
    this.producerIds.release(ids);
    this.recording.remove(ids);
    this.audience.remove(ids);
    this.#demands.remove(ids);
  }

  #emptied(): void {
    this.audience.clear();
    this.#demands.clear();
    this.#quality.clear();
    this.#grace = setTimeout(() => void this.#over(), this.#surroundings.graceMs).unref();
    this.#quiet();
  }

  /** Nobody is in the room, or nobody waits for it: without either it needs no media, and nobody remembers it. */
  #quiet(): void {
    if (this.#participants.size > 0 || this.#lobby.size > 0) return;
    this.#media.close();
    if (!this.#grace && this.waitingRoom.size === 0) void this.#over();
  }

  #stopGrace(): void {
    clearTimeout(this.#grace ?? undefined);
    this.#grace = null;
  }

  #over(reason: SessionEndedReason = 'empty'): Promise<void> {
    this.#stopGrace();
    this.recording.forget();
    if (this.session.begun) this.waitingRoom.sessionOver(reason);
    const ended = this.session.end(reason);
    if (this.#lobby.size === 0 && this.waitingRoom.size === 0) this.#onOver(this, ended);
    return ended;
  }
}
