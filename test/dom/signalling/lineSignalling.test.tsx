import { expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import type { JoinInput, SignallingConnection } from '../../../src/signalling/index.ts';
import { audioTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';
import { type Line, lineSignalling } from '../docs/lineSignalling.ts';

/** A server at the other end of lines, for the room of a {@link FakeRoomServer}. */
class LineServer {
  readonly rooms = new FakeRoomServer();
  readonly lines: Line[] = [];
  readonly #cuts = new Set<() => void>();

  readonly open = async (): Promise<Line> => {
    let hear: (line: string) => void = () => {};
    let closed: () => void = () => {};
    let connection: SignallingConnection | null = null;
    const end = new AbortController();
    const cut = () => {
      if (end.signal.aborted) return;
      end.abort(new RoomError('aborted', 'The line is closed.'));
      connection?.close();
      queueMicrotask(closed);
    };
    const say = (message: object) => queueMicrotask(() => !end.signal.aborted && hear(JSON.stringify(message)));
    const answer = async (method: string, data: unknown): Promise<unknown> => {
      if (method === 'capabilities') return this.rooms.capabilities('', end.signal);
      if (method !== 'join') return connection?.request(method as never, data as never);
      const joined = await this.rooms.join('', data as JoinInput, end.signal);
      connection = joined;
      joined.start({
        onNotification: say,
        onInterrupted: () => {},
        onResumed: () => {},
        onLost: cut,
        currentToken: async () => '',
      });
      return joined.answer;
    };
    this.#cuts.add(cut);
    const line: Line = {
      send: async (text) => {
        const { id, method, data } = JSON.parse(text);
        try {
          say({ id, data: await answer(method, data) });
        } catch (error) {
          const { code, message } = error as RoomError;
          say({ id, error: { code, message } });
        }
      },
      onLine: (listener) => {
        hear = listener;
      },
      onClosed: (listener) => {
        closed = listener;
      },
      close: cut,
    };
    this.lines.push(line);
    return line;
  };

  /** Pulls all cables. */
  cut(): void {
    for (const cut of this.#cuts) cut();
  }
}

function setUp() {
  const server = new LineServer();
  const test = createTestRoom(server.rooms, { signalling: lineSignalling(server.open) });
  return { ...test, server, rooms: server.rooms, events: recordEvents(test.room) };
}

it('another adapter carries a room: people, streams, subscriptions and the way out', async () => {
  const { room, rooms, clock, events } = setUp();
  rooms.room.enter({ id: 'ada', name: 'Ada', streams: [{}] });
  await room.connect();
  expect(room.getState().participants.get('ada')?.name).toBe('Ada');

  await room.addStream('self', { audio: audioTrack() });
  expect(rooms.room.participants.get('me')?.streams.get('self')?.audio?.enabled).toBe(true);

  await room.addSubscription('ada', 'self', { audio: true, video: true });
  await clock.settle();
  expect(room.getState().subscriptions.get('ada')?.get('self')?.status).toBe('started');
  expect(rooms.room.participants.get('me')?.consumerOf('ada', 'video')?.paused).toBe(false);

  rooms.room.leave('ada');
  await clock.settle();
  await room.disconnect();
  expect(rooms.room.participants.size).toBe(0);
  expect(events.map(([name]) => name)).toEqual([
    'connected',
    'stream_published',
    'subscription_started',
    'participant_leaving',
    'subscription_ended',
    'stream_unpublished',
    'participant_left',
    'disconnected',
  ]);
});

it('its refusals are those of the room, and a join that is called off leaves nobody behind', async () => {
  const { room, rooms } = setUp();
  rooms.refuseJoins = new RoomError('room-full', 'full');
  expect(await rejectionCode(room.connect())).toBe('room-full');
  rooms.refuseJoins = null;
  const held = rooms.gates.hold('entered');
  const connecting = rejectionCode(room.connect());
  await held.arrived;
  await room.disconnect();
  expect(await connecting).toBe('aborted');
  held.release();
  await room.connect();
  expect([...rooms.room.participants.keys()]).toEqual(['me']);
});

it('a line that breaks is a connection that is lost: the room comes back with its streams', async () => {
  const { room, rooms, server, clock, events } = setUp();
  await room.connect();
  await room.addStream('self', { audio: audioTrack() });
  server.cut();
  await clock.settle();
  await clock.advance(1_000);
  expect(room.getState().status).toBe('connected');
  expect(rooms.room.participants.get('me')?.streams.get('self')?.audio?.enabled).toBe(true);
  expect(events.map(([name]) => name)).toContain('reconnected');
});
