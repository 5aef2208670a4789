import type { Censored, Censorship, Grants, Source } from '../../../src/protocol/index.ts';
import type { Bans } from './Bans.ts';
import type { LiveParticipant } from './LiveParticipant.ts';

/** Changes to what somebody may do; what is left out stays as the token has it. */
export type GrantChanges = { [Name in keyof Grants]?: Grants[Name] | undefined };

/**
 * What moderators have decided in a session, by the identity of whom it is about: leaving and coming back, or a new
 * token, does not undo it.
 */
export class ModerationRecord {
  readonly #roomId: string;
  readonly #bans: Bans;
  readonly #censored = new Map<string, Censored>();
  readonly #grants = new Map<string, GrantChanges>();

  constructor(roomId: string, bans: Bans) {
    this.#roomId = roomId;
    this.#bans = bans;
  }

  /** Keeps people out for so long, also of sessions to come. Done when that is kept. */
  ban(participantIds: readonly string[], seconds: number): Promise<void> {
    return this.#bans.add(this.#roomId, participantIds, seconds);
  }

  /** What was decided about somebody counts for a presence that is new. */
  applyTo(participant: Pick<LiveParticipant, 'id' | 'tokenGrants' | 'grants' | 'censored'>): void {
    participant.grants = this.grantsOf(participant.id, participant.tokenGrants);
    participant.censored = this.censoredOf(participant.id);
  }

  censoredOf(participantId: string): Censored {
    return this.#censored.get(participantId) ?? {};
  }

  /** Keeps sources off. False: they all were already; who did it first stays on record. */
  censor(participantId: string, sources: readonly Source[], censorship: Censorship): boolean {
    const before = this.censoredOf(participantId);
    const added = sources.filter((source) => !before[source]);
    if (added.length === 0) return false;
    const entries = added.map((source) => [source, censorship] as const);
    this.#censored.set(participantId, { ...before, ...Object.fromEntries(entries) });
    return true;
  }

  /** Allows sources again. False: none of them was kept off. */
  uncensor(participantId: string, sources: readonly Source[]): boolean {
    const after = { ...this.censoredOf(participantId) };
    const removed = sources.filter((source) => after[source]);
    for (const source of removed) delete after[source];
    if (Object.keys(after).length > 0) this.#censored.set(participantId, after);
    else this.#censored.delete(participantId);
    return removed.length > 0;
  }

  /** What somebody may do whose token grants this much. */
  grantsOf(participantId: string, granted: Grants): Grants {
    const changes = this.#grants.get(participantId);
    return changes ? { ...granted, ...withoutUndefined(changes) } : granted;
  }

  changeGrants(participantId: string, changes: GrantChanges): void {
    this.#grants.set(participantId, { ...this.#grants.get(participantId), ...withoutUndefined(changes) });
  }
}

function withoutUndefined(changes: GrantChanges): Partial<Grants> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
