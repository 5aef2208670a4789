import type { ParticipantView } from '../rooms/lookInto.ts';
import type { OperatorActions } from '../rooms/OperatorActions.ts';

/** What the REST API asks of the rooms that people are in right now. */
export interface LiveRoomsPort {
  /** Disconnects everyone in the room. Resolves at once when nobody is in it. */
  closeRoom(roomId: string, reason: 'room_expired'): Promise<void>;
  /** Whether a room is recorded has been changed. */
  setRecording(roomId: string, enabled: boolean): void;
  /** Ends a recording that goes on and whose file nobody wants. */
  discardRecording(id: string): Promise<void>;
  /** Who is in a session now; null: nobody on this server is. */
  look(roomId: string, sessionId: string): readonly ParticipantView[] | null;
  /** Moderation from outside the room. */
  readonly actions: Pick<OperatorActions, 'endSession' | 'kick' | 'mute' | 'unmute' | 'changeGrants'>;
}

const nothing = async () => {};

/** A server without a live part: nobody is ever in a room. */
export const noLiveRooms: LiveRoomsPort = {
  closeRoom: nothing,
  setRecording: () => {},
  discardRecording: nothing,
  look: () => null,
  actions: { endSession: nothing, kick: nothing, mute: nothing, unmute: nothing, changeGrants: nothing },
};
