import type { Clock } from '../Clock.ts';
import type {
  NewRevocation,
  RevocationsRepository,
  StoredRevocation,
} from '../db/repositories/RevocationsRepository.ts';
import type { AccessClaims } from './verifyToken.ts';

/** A refresh token lives a day at most, and an access token that it made last an hour more. */
const LONGEST_LIFE_MS = 86_400_000 + 3_600_000 + 60_000;
/** Rows of other servers may become visible this much later than they say. */
const OVERLAP_MS = 10_000;

/** Whose tokens are revoked in a room: those of participants, issued until now, and single ones by their ids. */
export interface RevocationRequest {
  readonly roomId: string;
  readonly participantIds: readonly string[];
  /** Of a refresh token: the access tokens that it made are revoked, too. */
  readonly jtis: readonly string[];
}

type Records = Pick<RevocationsRepository, 'add' | 'madeSince' | 'removeOver'>;

/** Which client tokens are revoked: kept in the database, asked in memory. */
export class Revocations {
  readonly #records: Records;
  readonly #now: Clock;
  readonly #listeners = new Set<(roomId: string) => void>();
  /** By id of token or family: when it may be forgotten, in milliseconds since 1970. */
  readonly #jtis = new Map<string, number>();
  /** By room and participant: what was issued until when, in milliseconds since 1970. */
  readonly #participants = new Map<string, { until: number; forgetAt: number }>();
  #readUntil = 0;

  private constructor(records: Records, now: Clock) {
    this.#records = records;
    this.#now = now;
  }

  /** With all that was revoked before. */
  static async open(records: Records, now: Clock): Promise<Revocations> {
    const revocations = new Revocations(records, now);
    await revocations.refresh();
    return revocations;
  }

  /** Done when it is on record and in force: those who joined with such a token are being sent away. */
  async revoke({ roomId, participantIds, jtis }: RevocationRequest): Promise<void> {
    const expiresAt = new Date(this.#now().getTime() + LONGEST_LIFE_MS);
    const rows: NewRevocation[] = [
      ...participantIds.map((participantId) => ({ roomId, participantId, expiresAt })),
      ...jtis.map((jti) => ({ roomId, jti, expiresAt })),
    ];
    this.#enforce(await this.#records.add(rows));
  }

  isRevoked({ roomId, participantId, jti, family, issuedAt }: AccessClaims): boolean {
    if (this.#jtis.has(jti) || this.#jtis.has(family)) return true;
    return issuedAt <= this.#secondOf(roomId, participantId);
  }

  /**
   * The first second since 1970 in which tokens of somebody may be issued. Their times are whole seconds: a new one of
   * the second of the revocation would not be told from those before.
   */
  firstGoodSecond(roomId: string, participantId: string): number {
    return this.#secondOf(roomId, participantId) + 1;
  }

  /** @param listener told of the room whenever tokens are revoked. */
  onRevoked(listener: (roomId: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Takes over what other servers have revoked, and forgets what is over. */
  async refresh(): Promise<void> {
    const now = this.#now().getTime();
    const since = new Date(this.#readUntil - OVERLAP_MS);
    this.#enforce((await this.#records.madeSince(since)).filter(({ expiresAt }) => expiresAt.getTime() > now));
    this.#readUntil = now;
    await this.#records.removeOver();
    for (const [jti, forgetAt] of this.#jtis) if (forgetAt <= now) this.#jtis.delete(jti);
    for (const [key, { forgetAt }] of this.#participants) if (forgetAt <= now) this.#participants.delete(key);
  }

  #enforce(rows: readonly StoredRevocation[]): void {
    for (const { roomId, participantId, jti, revokedAt, expiresAt } of rows) {
      const forgetAt = expiresAt.getTime();
      if (jti !== null) this.#jtis.set(jti, forgetAt);
      if (participantId === null) continue;
      const key = keyOf(roomId, participantId);
      const until = Math.max(this.#participants.get(key)?.until ?? 0, revokedAt.getTime());
      this.#participants.set(key, { until, forgetAt });
    }
    for (const roomId of new Set(rows.map((row) => row.roomId))) {
      for (const listener of this.#listeners) listener(roomId);
    }
  }

  #secondOf(roomId: string, participantId: string): number {
    const until = this.#participants.get(keyOf(roomId, participantId))?.until;
    return until === undefined ? -1 : Math.floor(until / 1000);
  }
}

function keyOf(roomId: string, participantId: string): string {
  return `${roomId} ${participantId}`;
}
