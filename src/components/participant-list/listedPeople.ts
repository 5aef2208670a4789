import type { RaisedHand, State } from '../../engine/index.ts';

/** A name as it is searched for: without marks on letters, in small letters. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * Who is listed, in which order: those whose hand is up first, the first one first, then everybody else as they are.
 *
 * @param query - Words that must all be in the name.
 */
export function listedPeople(
  ids: readonly string[],
  hands: readonly RaisedHand[],
  participants: State['participants'],
  query: string,
  unnamed: string,
): readonly string[] {
  const raised = hands.map(({ participantId }) => participantId).filter((id) => participants.has(id));
  const first = new Set(raised);
  const ordered = first.size === 0 ? ids : [...raised, ...ids.filter((id) => !first.has(id))];
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return ordered;
  return ordered.filter((id) => {
    const name = plain(participants.get(id)?.name ?? unnamed);
    return words.every((word) => name.includes(word));
  });
}
