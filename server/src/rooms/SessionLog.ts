import type { ParticipantLeftReason, SessionEndedReason } from '../events/RoomEvent.ts';
import type { Log } from './Log.ts';

/** Somebody in a room. */
export interface PersonInRoom {
  readonly id: string;
  /** By the word of the token. */
  readonly name: string | undefined;
  /** What the client says of itself; free text. */
  readonly context: string | undefined;
}

/** The record of somebody in a session. */
export interface RecordedPerson {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string | null;
  readonly context: string | null;
}

/** Where it is kept who met when. */
export interface SessionRecords {
  /**
   * The id of the room's active session, which is begun if there is none.
   *
   * @throws RoomError `room-not-found` when the room is deleted.
   */
  open(roomId: string): Promise<string>;
  end(sessionId: string, reason: SessionEndedReason): Promise<void>;
  participantJoined(participant: RecordedPerson): Promise<void>;
  participantLeft(participant: { id: string; sessionId: string }, reason: ParticipantLeftReason): Promise<void>;
}

/**
 * Writes the record of one room, in the order in which things happened. A write that fails is logged and the room goes
 * on: people who talk to each other matter more than the record of it.
 */
export class SessionLog {
  readonly #roomId: string;
  readonly #records: SessionRecords;
  readonly #log: Log;
  #session: Promise<string> | null = null;
  #current: string | null = null;
  #tail: Promise<void>;

  /** @param after what must be on record before anything of this one: the end of the room's last session. */
  constructor(roomId: string, records: SessionRecords, log: Log, after: Promise<void>) {
    this.#roomId = roomId;
    this.#records = records;
    this.#log = log;
    this.#tail = after;
  }

  /** The active session; null: there is none, or it is not on record yet. */
  get current(): string | null {
    return this.#current;
  }

  /** Whether there is an active session, on record or not yet. */
  get begun(): boolean {
    return this.#session !== null;
  }

  /** The active session, begun if there is none. Rejects when the room is gone; the next call tries anew. */
  begin(): Promise<string> {
    if (this.#session) return this.#session;
    const session = this.#tail.then(() => this.#records.open(this.#roomId));
    this.#session = session;
    this.#tail = session.then(
      (id) => {
        if (this.#session === session) this.#current = id;
      },
      () => {
        if (this.#session === session) this.#session = null;
      },
    );
    return session;
  }

  /** Done when the record of it is written. */
  joined({ id, name, context }: PersonInRoom): Promise<void> {
    return this.#write((sessionId) =>
      this.#records.participantJoined({ id, sessionId, name: name ?? null, context: context ?? null }),
    );
  }

  /** Somebody who is there says something else of itself. */
  contextChanged(person: PersonInRoom): void {
    void this.joined(person);
  }

  left(id: string, reason: ParticipantLeftReason): void {
    void this.#write((sessionId) => this.#records.participantLeft({ id, sessionId }, reason));
  }

  /** Ends the active session, if there is one. The next {@link begin} begins another. */
  end(reason: SessionEndedReason): Promise<void> {
    const done = this.#write((sessionId) => this.#records.end(sessionId, reason));
    this.#session = null;
    this.#current = null;
    return done;
  }

  #write(write: (sessionId: string) => Promise<void>): Promise<void> {
    const session = this.#session;
    if (!session) return this.#tail;
    this.#tail = this.#tail.then(async () => {
      try {
        const sessionId = await session.catch(() => null);
        if (sessionId !== null) await write(sessionId);
      } catch (error) {
        this.#log.error({ err: error, roomId: this.#roomId }, 'The record of a room session could not be written.');
      }
    });
    return this.#tail;
  }
}
