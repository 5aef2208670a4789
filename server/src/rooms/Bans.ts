import { roomError } from '../../../src/errors/index.ts';

/** Somebody is not let into a room until then, in milliseconds since 1970. */
export interface Ban {
  readonly roomId: string;
  readonly participantId: string;
  readonly until: number;
}

/** Keeps bans over restarts. */
export type SaveBans = (bans: readonly Ban[]) => Promise<void>;

/** Who is not let into which room again until when. It outlives sessions. */
export class Bans {
  readonly #now: () => number;
  readonly #save: SaveBans;
  /** By room, then by participant: the end of the ban, in milliseconds since 1970. */
  readonly #rooms = new Map<string, Map<string, number>>();

  /** @param save @default nothing: a restart forgets them */
  constructor(now: () => number, save: SaveBans = async () => {}) {
    this.#now = now;
    this.#save = save;
  }

  /** Keeps people out, from now on. Done when it is kept. A ban that is already longer stays. */
  async add(roomId: string, participantIds: readonly string[], seconds: number): Promise<void> {
    const until = this.#now() + seconds * 1000;
    const bans = participantIds.map((participantId) => ({ roomId, participantId, until }));
    this.restore(bans);
    await this.#save(bans);
  }

  /** Bans that are kept already. */
  restore(bans: readonly Ban[]): void {
    this.#forgetOver();
    for (const { roomId, participantId, until } of bans) {
      const room = this.#rooms.get(roomId) ?? new Map<string, number>();
      this.#rooms.set(roomId, room);
      room.set(participantId, Math.max(room.get(participantId) ?? 0, until));
    }
  }

  /** @throws RoomError `kicked` that says for how long. */
  requireNone(roomId: string, participantId: string): void {
    const left = (this.#rooms.get(roomId)?.get(participantId) ?? 0) - this.#now();
    if (left <= 0) return;
    throw roomError(
      'kicked',
      `You were removed from this room and are let in again in ${durationOf(left)}. Ask a moderator if it was a mistake.`,
    );
  }

  #forgetOver(): void {
    const now = this.#now();
    for (const [roomId, bans] of this.#rooms) {
      for (const [participantId, until] of bans) if (until <= now) bans.delete(participantId);
      if (bans.size === 0) this.#rooms.delete(roomId);
    }
  }
}

function durationOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
