import type { RequestData } from '../../../../src/protocol/index.ts';
import type { LiveParticipant } from '../LiveParticipant.ts';
import type { LiveRoom } from '../LiveRoom.ts';
import { requireModerate } from '../permissions.ts';

/** Takes in what somebody says of itself, and tells everybody, the sender included, if that is something new. */
export function updateSelf(
  room: LiveRoom,
  participant: LiveParticipant,
  { context, handRaised }: RequestData<'updateSelf'>,
): void {
  let changed = false;
  if (context !== undefined && (context ?? undefined) !== participant.context) {
    participant.context = context ?? undefined;
    room.contextChanged(participant);
    changed = true;
  }
  if (handRaised !== undefined && handRaised !== participant.handRaised) {
    participant.handRaisedAt = handRaised ? room.clock.next() : null;
    changed = true;
  }
  if (changed) room.tellAll('participantUpdated', { participant: participant.info });
}

/**
 * Takes hands down.
 *
 * @throws RoomError `not-allowed` when one of them is somebody else's and the grants do not cover that.
 */
export function lowerHands(room: LiveRoom, participant: LiveParticipant, ids: readonly string[]): void {
  if (ids.some((id) => id !== participant.id)) requireModerate(participant.grants);
  for (const id of new Set(ids)) {
    const lowered = room.participants.get(id);
    if (lowered) updateSelf(room, lowered, { handRaised: false });
  }
}
