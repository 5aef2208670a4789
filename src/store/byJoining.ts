import type { Participant } from '../engine/State.ts';

/** Oneself first, then all others as they joined. */
export const byJoining = (a: Participant, b: Participant) =>
  Number(b.origin === 'local') - Number(a.origin === 'local') ||
  a.joinedAt.getTime() - b.joinedAt.getTime() ||
  (a.id < b.id ? -1 : 1);

/** Sorting costs more than seeing that they are in order already, which they mostly are: they are listed as they came. */
export function inOrder(participants: Participant[]): Participant[] {
  const sorted = participants.every(
    (one, index) => index === 0 || byJoining(participants[index - 1] as Participant, one) <= 0,
  );
  return sorted ? participants : participants.sort(byJoining);
}
