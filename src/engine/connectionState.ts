import type { RoomError } from '../errors/index.ts';
import type { DisconnectReason } from '../protocol/index.ts';
import type { ConnectionState } from './State.ts';

/** What happens to a connection. */
export type ConnectionEvent =
  | { readonly type: 'connect' }
  | { readonly type: 'waiting' }
  | { readonly type: 'joined' }
  | { readonly type: 'lost'; readonly attempt: number; readonly cause: string }
  | { readonly type: 'resumed' }
  | { readonly type: 'ended'; readonly reason: DisconnectReason; readonly error?: RoomError };

/**
 * The connection as a table: which state follows from which event. An event that means nothing in a
 * state leaves it as it is, by identity.
 *
 * | state | connect | waiting | joined | lost | resumed | ended |
 * |---|---|---|---|---|---|---|
 * | initialized | connecting | | | | | |
 * | connecting | | connecting, waiting | connected | | | disconnected |
 * | connected | | | | reconnecting | | disconnected |
 * | reconnecting | | | | reconnecting | connected | disconnected |
 * | disconnected | connecting | | | | | |
 */
export function nextConnectionState(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  switch (event.type) {
    case 'connect':
      return state.status === 'initialized' || state.status === 'disconnected' ? { status: 'connecting' } : state;
    case 'waiting':
      return state.status === 'connecting' && !state.waiting ? { status: 'connecting', waiting: true } : state;
    case 'joined':
      return state.status === 'connecting' ? { status: 'connected' } : state;
    case 'lost':
      return state.status === 'connected' || state.status === 'reconnecting'
        ? { status: 'reconnecting', attempt: event.attempt, cause: event.cause }
        : state;
    case 'resumed':
      return state.status === 'reconnecting' ? { status: 'connected' } : state;
    case 'ended':
      return state.status === 'initialized' || state.status === 'disconnected'
        ? state
        : { status: 'disconnected', reason: event.reason, ...(event.error && { error: event.error }) };
    default:
      return event satisfies never;
  }
}
