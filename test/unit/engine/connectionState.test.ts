import { describe, expect, it } from 'vitest';
import { type ConnectionEvent, nextConnectionState } from '../../../src/engine/connectionState.ts';
import type { ConnectionState } from '../../../src/engine/index.ts';
import { RoomError } from '../../../src/engine/index.ts';

const error = new RoomError('kicked', 'out');
const states: readonly ConnectionState[] = [
  { status: 'initialized' },
  { status: 'connecting' },
  { status: 'connected' },
  { status: 'reconnecting', attempt: 1, cause: 'first' },
  { status: 'disconnected', reason: 'kicked', error },
];
const events: readonly ConnectionEvent[] = [
  { type: 'connect' },
  { type: 'joined' },
  { type: 'lost', attempt: 2, cause: 'again' },
  { type: 'resumed' },
  { type: 'ended', reason: 'timed_out' },
];

/** Where each event leads from each state; a dash stays, by identity. */
const table: Record<ConnectionState['status'], readonly (ConnectionState['status'] | '-')[]> = {
  //              connect       joined       lost            resumed      ended
  initialized: ['connecting', '-', '-', '-', '-'],
  connecting: ['-', 'connected', '-', '-', 'disconnected'],
  connected: ['-', '-', 'reconnecting', '-', 'disconnected'],
  reconnecting: ['-', '-', 'reconnecting', 'connected', 'disconnected'],
  disconnected: ['connecting', '-', '-', '-', '-'],
};

describe('nextConnectionState', () => {
  for (const state of states) {
    it.each(events.map((event, index) => [event.type, table[state.status][index], event] as const))(
      `${state.status} + %s → %s`,
      (_type, expected, event) => {
        const next = nextConnectionState(state, event);
        if (expected === '-') expect(next).toBe(state);
        else expect(next.status).toBe(expected);
      },
    );
  }

  it('brings the data of the event along', () => {
    const [, , connected] = states as [ConnectionState, ConnectionState, ConnectionState];
    expect(nextConnectionState(connected, { type: 'lost', attempt: 3, cause: 'why' })).toEqual({
      status: 'reconnecting',
      attempt: 3,
      cause: 'why',
    });
    expect(nextConnectionState(connected, { type: 'ended', reason: 'kicked', error })).toEqual({
      status: 'disconnected',
      reason: 'kicked',
      error,
    });
    expect(nextConnectionState(connected, { type: 'ended', reason: 'user_initiated' })).toEqual({
      status: 'disconnected',
      reason: 'user_initiated',
    });
  });
});
