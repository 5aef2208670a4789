import type { Demand } from '../../../src/engine/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { createTestRoom } from './createTestRoom.ts';
import { recordEvents } from './recordEvents.ts';

/** A demand for somebody's camera. */
export function video(participantId: string, more: Partial<Demand> = {}): Demand {
  return { participantId, key: 'self', kind: 'video', ...more };
}

/** A demand for somebody's microphone. */
export function audio(participantId: string): Demand {
  return { participantId, key: 'self', kind: 'audio' };
}

/** A connected room with people who publish both kinds in 1280×720 and three layers. */
export async function connected(ids: readonly string[], options: Parameters<typeof createTestRoom>[1] = {}) {
  const server = new FakeRoomServer({ capacity: 1000 });
  for (const id of ids) server.room.enter({ id, streams: [{}] });
  const test = createTestRoom(server, options);
  await test.room.connect();
  await test.clock.frame();
  const events = recordEvents(test.room);
  const connection = server.connectionOf();
  const me = server.room.participants.get('me');
  const subscription = (id: string) => test.room.getState().subscriptions.get(id)?.get('self');
  const stream = (id: string) => test.room.getParticipantStream(id, 'self');
  const consumer = (id: string, kind: 'audio' | 'video' = 'video') => me?.consumerOf(id, kind);
  return { ...test, server, events, connection, subscription, stream, consumer };
}
