import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveRoom } from './LiveRoom.ts';
import { requireRecord } from './permissions.ts';

/**
 * A participant has the room recorded, or not any more: until the session ends, or somebody says otherwise.
 *
 * @throws RoomError `not-allowed` without the grant `record`.
 */
export function setRecording(room: LiveRoom, participant: LiveParticipant, enabled: boolean): void {
  requireRecord(participant.grants);
  room.recording.setEnabled(enabled);
}
