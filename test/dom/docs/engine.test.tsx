import { createFakeRoom } from 'parlour/testing';
import { expect, it } from 'vitest';

it('comes back when the connection was lost, and renews its token meanwhile', async () => {
  const { room, faults, connect, advance } = createFakeRoom({ tokenLifetimeInMs: 60_000 });
  const told: string[] = [];
  room.on('reconnecting', () => told.push('reconnecting'));
  room.on('reconnected', () => told.push('reconnected'));
  room.on('token_refreshed', () => told.push('token_refreshed'));
  await connect();

  await faults.loseConnection();
  expect(room.getState().status).toBe('reconnecting');
  await advance(48_000);
  await faults.resumeConnection();
  expect(told).toEqual(['reconnecting', 'token_refreshed', 'reconnected']);
});
