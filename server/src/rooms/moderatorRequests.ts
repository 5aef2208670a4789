import { roomError } from '../../../src/errors/index.ts';
import type { RequestData } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveRoom } from './LiveRoom.ts';
import { censor, changeGrants, kick, requirePresent, type Selection, select, uncensor } from './moderating.ts';
import { requireGrants, requireModerate } from './permissions.ts';

/**
 * What participants with the grant `moderate` ask for.
 *
 * @throws RoomError each `not-allowed` without the grant, `participant-not-found` that names who is not there.
 */
export const moderatorRequests = {
  async mute(room: LiveRoom, moderator: LiveParticipant, data: RequestData<'mute'>): Promise<void> {
    const { sources, reason } = data;
    const censorship = { by: moderator.id, ...(reason !== undefined && { reason }) };
    await censor(room, idsOf(room, moderator, data), sources, censorship);
  },

  async unmute(room: LiveRoom, moderator: LiveParticipant, data: RequestData<'unmute'>): Promise<void> {
    await uncensor(room, idsOf(room, moderator, data), data.sources);
  },

  /** @throws RoomError also `bad-request`: leaving is something else. */
  async kick(room: LiveRoom, moderator: LiveParticipant, data: RequestData<'kick'>): Promise<void> {
    const ids = idsOf(room, moderator, data);
    if (ids.includes(moderator.id))
      throw roomError('bad-request', 'You cannot remove yourself. Leave the room instead.');
    await kick(room, ids, data.banSecs);
  },

  /** @throws RoomError `not-allowed` also when the moderator lacks what is to be given. */
  async changeGrants(room: LiveRoom, moderator: LiveParticipant, data: RequestData<'changeGrants'>): Promise<void> {
    const ids = idsOf(room, moderator, data);
    requireGrants(moderator.grants, data.grants);
    await changeGrants(room, ids, data.grants);
  },

  async admit(room: LiveRoom, moderator: LiveParticipant, { participants }: RequestData<'admit'>): Promise<void> {
    requireModerate(moderator.grants);
    await room.waitingRoom.admit(participants);
  },

  turnAway(room: LiveRoom, moderator: LiveParticipant, { participants }: RequestData<'turnAway'>): void {
    requireModerate(moderator.grants);
    room.waitingRoom.turnAway(participants);
  },

  endSession(room: LiveRoom, moderator: LiveParticipant): void {
    requireModerate(moderator.grants);
    // The moderator, who is sent away with all others, gets the answer first.
    setImmediate(() => void room.end('session_terminated'));
  },
};

function idsOf(room: LiveRoom, moderator: LiveParticipant, selection: Selection): string[] {
  requireModerate(moderator.grants);
  requirePresent(room, selection);
  return select(room, selection, moderator);
}
