import { describe, expect, it, vi } from 'vitest';
import { type AttachedSocket, Connection } from '../../src/signalling/Connection.ts';
import { defaultLimits } from '../../src/signalling/limits.ts';
import { TestRooms } from '../rooms/support/TestRooms.ts';

async function connected(waitingBytes: number) {
  const rooms = new TestRooms();
  const { room, participant } = await rooms.entered({ attached: false });
  const claims = {
    roomId: rooms.roomId,
    participantId: participant.id,
    grants: participant.grants,
    waits: false,
    expiresAt: 60_000,
    jti: 'x',
    family: 'y',
    issuedAt: 0,
  };
  const limits = defaultLimits;
  const messages = { sent: () => undefined };
  const connection = new Connection({ id: 'c', room, participant, claims, limits, messages, now: () => 0 });
  const told: string[] = [];
  const close = vi.fn();
  const socket: AttachedSocket = { waitingBytes, notify: ({ method }) => told.push(method), close };
  connection.attach(socket, claims, 0, () => {});
  return { participant, told, close };
}

describe('a socket that is slow', () => {
  it('misses what is volatile and nothing else', async () => {
    const { participant, told, close } = await connected(defaultLimits.slowSocketBytes + 1);
    participant.outbox.notify('audioLevels', { levels: [] });
    participant.outbox.notify('consumersClosed', { consumerIds: [] });
    expect(told).toEqual(['consumersClosed']);
    expect(close).not.toHaveBeenCalled();
  });

  it('is closed when too much waits for it', async () => {
    const { participant, told, close } = await connected(defaultLimits.stuckSocketBytes + 1);
    participant.outbox.notify('consumersClosed', { consumerIds: [] });
    participant.outbox.notify('consumersClosed', { consumerIds: [] });
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(told).toEqual([]);
  });
});
