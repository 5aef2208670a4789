import { describe, expect, it } from 'vitest';
import { type ConnectionEvent, nextConnectionState } from '../../../src/engine/connectionState.ts';
import type { ConnectionState } from '../../../src/engine/index.ts';
import { RoomError } from '../../../src/engine/index.ts';

const error = new RoomError('kicked', 'out');
const states: readonly ConnectionState[] = [
  { status: 'initialized' },
  { status: 'connecting' },
  { status: 'connecting', waiting: true },
  { status: 'connected' },
  { status: 'reconnecting', attempt: 1, cause: 'first' },
  { status: 'disconnected', reason: 'kicked', error },
];
const events: readonly ConnectionEvent[] = [
  { type: 'connect' },
  { type: 'waiting' },
  { type: 'joined' },
  { type: 'lost', attempt: 2, cause: 'again' },
  { type: 'resumed' },
  { type: 'ended', reason: 'timed_out' },
];

/** Where each event leads from each state; a dash stays, by identity. */
const table: Record<ConnectionState['status'] | 'waiting', readonly (ConnectionState['status'] | '-')[]> = {
  //              connect  waiting  joined       lost            resumed      ended
  initialized: ['connecting', '-', '-', '-', '-', '-'],
  connecting: ['-', 'connecting', 'connected', '-', '-', 'disconnected'],
  waiting: ['-', '-', 'connected', '-', '-', 'disconnected'],
  connected: ['-', '-', '-', 'reconnecting', '-', 'disconnected'],
  reconnecting: ['-', '-', '-', 'reconnecting', 'connected', 'disconnected'],
  disconnected: ['connecting', '-', '-', '-', '-', '-'],
};

describe('nextConnectionState', () => {
  for (const state of states) {
    const name = state.status === 'connecting' && state.waiting ? 'waiting' : state.status;
    it.each(events.map((event, index) => [event.type, table[name][index], event] as const))(
      `${name} + %s → %s`,
      (_type, expected, event) => {
        const next = nextConnectionState(state, event);
        if (expected === '-') expect(next).toBe(state);
        else expect(next.status).toBe(expected);
      },
    );
  }

  it('tells that somebody has to let us in, until we are in', () => {
    const waiting = nextConnectionState({ status: 'connecting' }, { type: 'waiting' });
    expect(waiting).toEqual({ status: 'connecting', waiting: true });
    expect(nextConnectionState(waiting, { type: 'joined' })).toEqual({ status: 'connected' });
  });

  it('brings the data of the event along', () => {
    const connected: ConnectionState = { status: 'connected' };
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
