import type { Connection } from './Connection.ts';

/**
 * Decides what happens when a connection has no socket any more and the client did not leave: it is out of the room at
 * once. Resuming on a new socket within a time window would begin here: keep the participant, its transports and its
 * outbox, tell the others `connection: 'reconnecting'`, and remove it when the window has passed.
 */
export function socketLost({ room, participant }: Pick<Connection, 'room' | 'participant'>): void {
  room.remove(participant, 'lost', null);
}
