import type { Grants } from '../protocol/index.ts';
import type { SignallingConnection } from '../signalling/index.ts';
import type { Connection } from './Connection.ts';
import type { RoomState } from './RoomState.ts';

/** What is needed to ask the server for what not everybody may do. */
export interface Asking {
  /** The connection's requests. @throws RoomError `not-connected` */
  readonly signalling: () => Pick<SignallingConnection, 'request'>;
  /** What we may do. */
  readonly grants: () => Grants | undefined;
}

/** By the connection that there is at the time. */
export function askingOf(connection: Pick<Connection, 'connected'>, state: Pick<RoomState, 'get'>): Asking {
  return {
    signalling: () => connection.connected().signalling,
    grants: () => {
      const { participants, localParticipantId } = state.get();
      return participants.get(localParticipantId)?.grants;
    },
  };
}
