import type { RaisedHand } from './Chat.ts';
import type { Participant } from './State.ts';

/** The hands that are up, with one participant as it is now; the same list when that changes nothing. */
export function withHandOf(
  hands: readonly RaisedHand[],
  { id, handRaisedAt }: Pick<Participant, 'id' | 'handRaisedAt'>,
): readonly RaisedHand[] {
  const before = hands.find(({ participantId }) => participantId === id)?.raisedAt.getTime();
  if (before === handRaisedAt?.getTime()) return hands;
  const others = hands.filter(({ participantId }) => participantId !== id);
  if (!handRaisedAt) return others;
  const place = others.findLastIndex(({ raisedAt }) => raisedAt <= handRaisedAt) + 1;
  return others.toSpliced(place, 0, { participantId: id, raisedAt: handRaisedAt });
}

/** The hands that are up among these participants, the first one first. */
export function raisedHandsOf(participants: Iterable<Participant>): readonly RaisedHand[] {
  let hands: readonly RaisedHand[] = [];
  for (const participant of participants) hands = withHandOf(hands, participant);
  return hands;
}
