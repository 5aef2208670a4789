import { type RoomErrorCode, roomError } from '../../../src/errors/index.ts';
import { type DisconnectReason, MAX_BATCH, type RequestData, type WaitingInfo } from '../../../src/protocol/index.ts';
import type { SessionEndedReason } from '../events/RoomEvent.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import type { Log } from './Log.ts';
import { tell } from './tell.ts';

/** Who was let in, by room; it outlives a restart of the server. */
export interface Admissions {
  add(roomId: string, participantIds: readonly string[]): Promise<void>;
  has(roomId: string, participantId: string): Promise<boolean>;
  remove(roomId: string, participantIds: readonly string[]): Promise<void>;
  /** Of a session that is over. */
  clear(roomId: string): Promise<void>;
}

/** How long an answer is held back at most, in milliseconds: proxies cut what is silent for a minute, some for half. */
const HOLD_MS = 25_000;
/** Who has not asked again for this long has gone, in milliseconds. */
const AWAY_MS = 5_000;
/** As many as a moderator can let in with one request. More have to try again. */
const MOST = MAX_BATCH;

type Answer = boolean | RoomErrorCode;

interface Place {
  info: WaitingInfo;
  /** Those that are held back now: of the same person's tabs. */
  readonly asking: Set<(answer: Answer) => void>;
  away: NodeJS.Timeout | undefined;
}

interface Surroundings {
  admissions: Admissions;
  log: Log;
  now(): number;
}

type Moderator = Pick<LiveParticipant, 'grants' | 'outbox'>;

/** Those who have to be let into a room and wait for that. They take no seat, and only moderators know of them. */
export class WaitingRoom {
  readonly #roomId: string;
  readonly #participants: ReadonlyMap<string, Moderator>;
  readonly #surroundings: Surroundings;
  readonly #onEmpty: () => void;
  readonly #places = new Map<string, Place>();
  /** Who was let in while it asked again, which a look at the database just before does not show. */
  readonly #admitted = new Set<string>();

  /**
   * @param participants who are in the room.
   * @param onEmpty called when the last one has gone.
   */
  constructor(
    roomId: string,
    participants: ReadonlyMap<string, Moderator>,
    surroundings: Surroundings,
    onEmpty: () => void,
  ) {
    this.#roomId = roomId;
    this.#participants = participants;
    this.#surroundings = surroundings;
    this.#onEmpty = onEmpty;
  }

  get size(): number {
    return this.#places.size;
  }

  /** Tells a moderator who has come in of those who wait. */
  listTo(participant: Moderator): void {
    if (participant.grants.moderate && this.size > 0) this.rightsChanged(participant);
  }

  /** Somebody may moderate from now on, or not any more. */
  rightsChanged({ grants, outbox }: Moderator): void {
    outbox.notify('waitingChanged', { waiting: grants.moderate ? this.#waiting : [] });
  }

  /**
   * Somebody waits, whom the caller has seen not to be admitted. Asked again and again, it keeps its place.
   *
   * @param gone whoever asks has gone.
   * @returns whether it is let in: no means that it should ask again.
   * @throws RoomError `turned-away`, `too-many-requests`, or why nobody is let in any more.
   */
  async wait(person: Omit<WaitingInfo, 'since'>, gone: AbortSignal): Promise<boolean> {
    if (this.#admitted.has(person.id)) return true;
    const place = this.#placeOf(person);
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const hold = setTimeout(() => resolve(false), HOLD_MS).unref();
    const leave = () => resolve(false);
    gone.addEventListener('abort', leave);
    clearTimeout(place.away);
    place.asking.add(resolve);
    const answer = await promise;
    clearTimeout(hold);
    gone.removeEventListener('abort', leave);
    place.asking.delete(resolve);
    if (typeof answer === 'string') throw roomError(answer);
    if (!answer && place.asking.size === 0) {
      clearTimeout(place.away);
      place.away = setTimeout(() => this.#remove(person.id, place), AWAY_MS).unref();
    }
    return answer;
  }

  /** Lets people in, as far as they wait. Done when it is kept. */
  async admit(whom: RequestData<'admit'>['participants']): Promise<void> {
    const ids = this.#among(whom);
    await this.#surroundings.admissions.add(this.#roomId, ids);
    for (const id of ids) this.#admitted.add(id);
    this.#answer(ids, true);
  }

  /** Turns people away, as far as they wait. */
  turnAway(whom: RequestData<'turnAway'>['participants']): void {
    this.#answer(this.#among(whom), 'turned-away');
  }

  /** The session is ended for everybody: who waits is told so. */
  closed(reason: DisconnectReason): void {
    const code = { room_expired: 'room-not-found', network_error: 'server-stopping' } as const;
    this.#answer(this.#among('all'), code[reason as keyof typeof code] ?? 'turned-away');
  }

  /** People who were put out have to be let in again. Done when that is kept. */
  forget(participantIds: readonly string[]): Promise<void> {
    for (const id of participantIds) this.#admitted.delete(id);
    return this.#surroundings.admissions.remove(this.#roomId, participantIds);
  }

  /** The session is over, and with it what was decided in it. */
  sessionOver(reason: SessionEndedReason): void {
    // People come back to a server that starts again, and need not be let in once more.
    if (reason === 'server_stopped') return;
    this.#admitted.clear();
    this.#surroundings.admissions.clear(this.#roomId).catch((error: unknown) => {
      this.#surroundings.log.error({ err: error, roomId: this.#roomId }, 'Admissions could not be deleted.');
    });
  }

  get #waiting(): WaitingInfo[] {
    return [...this.#places.values()].map(({ info }) => info);
  }

  #placeOf(person: Omit<WaitingInfo, 'since'>): Place {
    const known = this.#places.get(person.id);
    if (known) {
      const info = { ...person, since: known.info.since };
      const changed = JSON.stringify(info) !== JSON.stringify(known.info);
      known.info = info;
      if (changed) this.#tell();
      return known;
    }
    if (this.#places.size >= MOST) {
      throw roomError('too-many-requests', 'Too many people wait to be let in right now. Try again in a minute.');
    }
    const place: Place = { info: { ...person, since: this.#surroundings.now() }, asking: new Set(), away: undefined };
    this.#places.set(person.id, place);
    this.#tell();
    return place;
  }

  #among(whom: RequestData<'admit'>['participants']): string[] {
    return whom === 'all' ? [...this.#places.keys()] : [...new Set(whom)].filter((id) => this.#places.has(id));
  }

  #answer(ids: readonly string[], answer: Answer): void {
    const places = ids.flatMap((id) => this.#places.get(id) ?? []);
    for (const { info, away } of places) {
      clearTimeout(away);
      this.#places.delete(info.id);
    }
    if (places.length > 0) this.#changed();
    for (const { asking } of places) for (const resolve of asking) resolve(answer);
  }

  #remove(id: string, place: Place): void {
    if (this.#places.get(id) !== place) return;
    this.#places.delete(id);
    this.#changed();
  }

  /** There are fewer than before. */
  #changed(): void {
    this.#tell();
    if (this.size === 0) this.#onEmpty();
  }

  #tell(): void {
    const moderators = [...this.#participants.values()].filter(({ grants }) => grants.moderate);
    tell(moderators, 'waitingChanged', { waiting: this.#waiting });
  }
}
