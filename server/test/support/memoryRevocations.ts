import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src/Clock.ts';
import type { NewRevocation, StoredRevocation } from '../../src/db/repositories/RevocationsRepository.ts';
import { Revocations } from '../../src/tokens/Revocations.ts';

/** Revocations that nothing but memory keeps. */
export function memoryRevocations(now: Clock): Promise<Revocations> {
  const rows: StoredRevocation[] = [];
  const records = {
    add: async (added: readonly NewRevocation[]) => {
      const stored = added.map((one) => ({
        ...{ jti: null, participantId: null },
        ...one,
        id: randomUUID(),
        revokedAt: now(),
      }));
      rows.push(...stored);
      return stored;
    },
    madeSince: async () => rows,
    removeOver: async () => {},
  };
  return Revocations.open(records, now);
}
