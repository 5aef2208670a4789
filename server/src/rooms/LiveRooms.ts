import { roomError } from '../../../src/errors/index.ts';
import type { DtlsParameters, RtpCapabilities } from '../../../src/protocol/index.ts';
import type { JoinedRoom } from './joinedRoom.ts';
import type { Entrant } from './LiveParticipant.ts';
import { LiveRoom } from './LiveRoom.ts';
import { ProducerIds } from './ProducerIds.ts';
import type { LobbyPlace } from './RoomLobby.ts';
import type { Direction } from './RoomMedia.ts';
import type { RoomSurroundings } from './RoomSurroundings.ts';

/** How long a deletion is remembered: longer than a join that saw the room just before it may take. */
const DELETION_MEMORY_MS = 60_000;

/** How many there are at the moment. */
export interface LiveCounts {
  rooms: number;
  participants: number;
  transports: number;
  producers: number;
  consumers: number;
}

/** All rooms with people in them. */
export class LiveRooms {
  readonly #surroundings: RoomSurroundings;
  readonly #rooms = new Map<string, LiveRoom>();
  readonly #ending = new Map<string, Promise<void>>();
  readonly #deleted = new Map<string, number>();
  #stopping = false;

  constructor(surroundings: Omit<RoomSurroundings, 'producerIds'>) {
    this.#surroundings = { ...surroundings, producerIds: new ProducerIds() };
  }

  /** What every room can carry. */
  get rtpCapabilities(): RtpCapabilities {
    return this.#surroundings.mediaServer.rtpCapabilities;
  }

  get counts(): LiveCounts {
    const waiting = [...this.#rooms.values()].reduce((sum, room) => sum + room.inLobby, 0);
    const participants = [...this.#rooms.values()].flatMap((room) => [...room.participants.values()]);
    return {
      rooms: [...this.#rooms.values()].filter((room) => room.participants.size > 0).length,
      participants: participants.length,
      transports: (participants.length + waiting) * 2,
      producers: this.#surroundings.producerIds.size,
      consumers: participants.reduce((sum, { subscriptions }) => sum + subscriptions.count(), 0),
    };
  }

  /** The room if there is somebody in it, or was a moment ago. */
  get(roomId: string): LiveRoom | undefined {
    return this.#rooms.get(roomId);
  }

  /** No one new is taken any more. */
  get stopping(): boolean {
    return this.#stopping;
  }

  /** @throws RoomError `server-stopping` when no one new is taken any more. */
  requireRunning(): void {
    if (this.#stopping) throw roomError('server-stopping');
  }

  /** Takes no one new. */
  stopTaking(): void {
    this.#stopping = true;
  }

  /**
   * Lets somebody into a room that the caller has seen to exist.
   *
   * @throws RoomError `server-stopping`, `room-not-found` (deleted meanwhile), `room-full`, `kicked` (kept out).
   */
  enter(roomId: string, entrant: Entrant, capacity: number): JoinedRoom & { room: LiveRoom } {
    const room = this.before(roomId, entrant.identity.participantId);
    return { room, ...room.enter(entrant, capacity) };
  }

  /**
   * Transports for somebody who may enter a room that the caller has seen to exist.
   *
   * @throws RoomError `server-stopping`, `room-not-found` (deleted meanwhile).
   */
  wait(roomId: string, dtls: Record<Direction, DtlsParameters>): { room: LiveRoom; place: LobbyPlace } {
    const room = this.#roomOf(roomId);
    return { room, place: room.wait(dtls) };
  }

  /**
   * The room before whose door somebody stands, and which the caller has seen to exist. For who is kept out none is
   * opened: nobody would close it.
   *
   * @throws RoomError `server-stopping`, `room-not-found` (deleted meanwhile), `kicked` (kept out).
   */
  before(roomId: string, participantId: string): LiveRoom {
    this.#surroundings.bans.requireNone(roomId, participantId);
    return this.#roomOf(roomId);
  }

  /** The room is deleted: everyone in it is told `room_expired`, and it cannot be entered again. */
  async roomDeleted(roomId: string): Promise<void> {
    const now = this.#surroundings.now();
    for (const [id, at] of this.#deleted) if (now - at > DELETION_MEMORY_MS) this.#deleted.delete(id);
    this.#deleted.set(roomId, now);
    await this.#rooms.get(roomId)?.end('room_expired');
  }

  /** The room is recorded from now on, or not any more. */
  setRecording(roomId: string, enabled: boolean): void {
    this.#rooms.get(roomId)?.recording.setEnabled(enabled);
  }

  /**
   * Takes no one new, tells everyone why and ends all sessions. The reason is `network_error`, which clients answer by
   * joining again: they come back as soon as this server, or another behind the same address, runs again.
   */
  async close(): Promise<void> {
    this.stopTaking();
    await Promise.all([...this.#rooms.values()].map((room) => room.end('network_error', 'server-stopping')));
    await Promise.all(this.#ending.values());
  }

  #roomOf(roomId: string): LiveRoom {
    this.requireRunning();
    if (this.#deleted.has(roomId)) throw roomError('room-not-found');
    return this.#rooms.get(roomId) ?? this.#open(roomId);
  }

  #open(roomId: string): LiveRoom {
    const after = this.#ending.get(roomId) ?? Promise.resolve();
    const room = new LiveRoom(roomId, this.#surroundings, after, (over, ended) => {
      if (this.#rooms.get(roomId) === over) this.#rooms.delete(roomId);
      this.#ending.set(roomId, ended);
      void ended.then(() => {
        if (this.#ending.get(roomId) === ended) this.#ending.delete(roomId);
      });
    });
    this.#rooms.set(roomId, room);
    return room;
  }
}
