import { roomError } from '../../../src/errors/index.ts';

/** Who is not let into which room again until when. It outlives sessions, and is kept by this process. */
export class Bans {
  readonly #now: () => number;
  /** By room, then by participant: the end of the ban, in milliseconds since 1970. */
  readonly #rooms = new Map<string, Map<string, number>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps somebody out. A ban that is already longer stays. */
  add(roomId: string, participantId: string, seconds: number): void {
    this.#forgetOver();
    const bans = this.#rooms.get(roomId) ?? new Map<string, number>();
    this.#rooms.set(roomId, bans);
    bans.set(participantId, Math.max(bans.get(participantId) ?? 0, this.#now() + seconds * 1000));
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
