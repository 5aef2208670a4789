import type { Source } from '../../../src/protocol/index.ts';
import type { LiveRoom } from './LiveRoom.ts';
import type { LiveRooms } from './LiveRooms.ts';
import type { GrantChanges } from './ModerationRecord.ts';
import { censor, changeGrants, kick, type Selection, select, uncensor } from './moderating.ts';

/**
 * What whoever runs the server does to a session, from outside the room. People who are not there at the moment are
 * passed over; what is decided about them counts when they come back.
 */
export class OperatorActions {
  readonly #rooms: LiveRooms;

  constructor(rooms: LiveRooms) {
    this.#rooms = rooms;
  }

  /** Sends everyone away, who are told `session_terminated`. Done when it is on record. */
  async endSession(roomId: string): Promise<void> {
    await this.#rooms.get(roomId)?.end('session_terminated');
  }

  async kick(roomId: string, selection: Selection, banSecs: number): Promise<void> {
    await this.#in(roomId, selection, (room, ids) => kick(room, ids, banSecs));
  }

  async mute(roomId: string, selection: Selection, sources: readonly Source[], reason?: string): Promise<void> {
    const censorship = { by: null, ...(reason !== undefined && { reason }) };
    await this.#in(roomId, selection, (room, ids) => censor(room, ids, sources, censorship));
  }

  async unmute(roomId: string, selection: Selection, sources: readonly Source[]): Promise<void> {
    await this.#in(roomId, selection, (room, ids) => uncensor(room, ids, sources));
  }

  async changeGrants(roomId: string, selection: Selection, changes: GrantChanges): Promise<void> {
    await this.#in(roomId, selection, (room, ids) => changeGrants(room, ids, changes));
  }

  /** A session without a live room is about to end: nobody is left to whom anything could be done. */
  async #in(
    roomId: string,
    selection: Selection,
    act: (room: LiveRoom, ids: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const room = this.#rooms.get(roomId);
    if (room) await act(room, select(room, selection));
  }
}
