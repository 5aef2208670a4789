import type { DisconnectReason } from '../../../src/protocol/index.ts';
import type { SessionEndedReason } from '../events/RoomEvent.ts';

/** What is recorded as the end of a session whose people are told that reason. */
export function endedReason(told: DisconnectReason): Exclude<SessionEndedReason, 'empty'> {
  // A server that stops says "network_error", so that clients come back.
  return told === 'room_expired' || told === 'session_terminated' ? told : 'server_stopped';
}
