import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { noLiveRooms } from '../../src/rest/liveRoomsPort.ts';
import type { ParticipantView } from '../../src/rooms/lookInto.ts';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { ConsoleWindow, next } from './support/ConsoleWindow.ts';

const ALICE: ParticipantView = {
  id: 'alice',
  name: 'Alice',
  context: null,
  joined_at: '2026-01-01T00:00:00.000Z',
  speaking: false,
  quality: 5,
  reconnecting: false,
  streams: [{ key: 'self', audio: 'on', video: 'off' }],
};

describe.each(DATABASES)('what the console is told, on %s', (_name, start) => {
  /** Who is in which session, as the rooms would tell. */
  const inside = new Map<string, readonly ParticipantView[]>();
  const server = serverForEachTest(start, {
    live: () => ({
      rooms: { ...noLiveRooms, look: (_roomId, sessionId) => inside.get(sessionId) ?? null },
      plugin: async () => {},
      stopTaking: () => {},
    }),
  });
  const open = () => ConsoleWindow.open(server().app);

  test('how the server is comes at once', async () => {
    const window = await open();
    expect(await next(window.events('/events'), 'health')).toMatchObject({
      draining: false,
      checks: { database: 'ok' },
    });
  });

  test('what is made by the API, and by the console itself, is told to every window', async () => {
    const window = await open();
    const streams = [window.events('/events'), (await open()).events('/events')] as const;
    for (const stream of streams) await next(stream, 'health');
    const { id } = await server().createRoom();
    for (const stream of streams) expect(await next(stream, 'changed')).toEqual({ kind: 'room', id: null });
    await window.ask('DELETE', `/v2/rooms/${id}`);
    for (const stream of streams) expect(await next(stream, 'changed')).toEqual({ kind: 'room', id });
  });

  test('what happens in rooms is told, once for each thing', async () => {
    const stream = (await open()).events('/events');
    await next(stream, 'health');
    const { id: room_id } = await server().createRoom();
    expect(await next(stream, 'changed')).toEqual({ kind: 'room', id: null });
    const { sessions } = server().deps.repositories;
    const session_id = await sessions.open(room_id);
    const participant_id = randomUUID();
    await sessions.participantJoined({ id: participant_id, sessionId: session_id, context: null });
    await sessions.participantLeft({ id: participant_id, sessionId: session_id }, 'left');
    const told = [await next(stream, 'changed'), await next(stream, 'changed'), await next(stream, 'changed')];
    expect(told).toContainEqual({ kind: 'session', id: session_id, room_id, session_id });
    expect(told).toContainEqual({ kind: 'webhook_delivery', id: null });
    expect(told).toContainEqual({ kind: 'participant', id: participant_id, room_id, session_id });
  });

  test('that one is signed out is told in every window, and the stream ends', async () => {
    const window = await open();
    const stream = window.events('/events');
    const another = (await open()).events('/events');
    await next(stream, 'health');
    await next(another, 'health');
    expect((await window.ask('DELETE', '/session')).status).toBe(204);
    await next(stream, 'signed_out');
    expect((await stream.next()).done).toBe(true);
    // Who signed in elsewhere stays.
    await server().createRoom();
    expect(await next(another, 'changed')).toEqual({ kind: 'room', id: null });
  });

  test('a stream ends with the server, which does not wait for it', async () => {
    const stream = (await open()).events('/events');
    await next(stream, 'health');
    await server().app.close();
    let last = await stream.next();
    while (!last.done) last = await stream.next();
    expect(last.done).toBe(true);
  });

  test('a session has only so many streams', async () => {
    const window = await open();
    const streams = Array.from({ length: 32 }, () => window.events('/events'));
    await Promise.all(streams.map((stream) => next(stream, 'health')));
    const refused = await window.ask('GET', '/events');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'rate-limited' }] });
    // A window that is closed makes room.
    await streams[0]?.return(undefined);
    const openAnother = async () => {
      const { status, body } = await window.ask('GET', '/events');
      await body?.cancel();
      return status;
    };
    await expect.poll(openAnother).toBe(200);
  });

  test('who is in a session is shown at once, and again when something has changed', async () => {
    const { id: roomId } = await server().createRoom();
    const { sessions } = server().deps.repositories;
    const sessionId = await sessions.open(roomId);
    inside.set(sessionId, [ALICE]);
    const stream = (await open()).events(`/live/sessions/${sessionId}/events`);
    const shown = { session_id: sessionId, room_id: roomId, started_at: server().clock.now().toISOString() };
    expect(await next(stream, 'snapshot')).toEqual({ ...shown, participants: [ALICE] });
    inside.set(sessionId, [{ ...ALICE, speaking: true }]);
    expect(await next(stream, 'snapshot')).toEqual({ ...shown, participants: [{ ...ALICE, speaking: true }] });
    // Nobody is there, and the session waits for its grace time.
    inside.delete(sessionId);
    expect(await next(stream, 'snapshot')).toEqual({ ...shown, participants: [] });
    await sessions.end(sessionId, 'empty');
    expect(await next(stream, 'ended')).toEqual({ session_id: sessionId });
    expect((await stream.next()).done).toBe(true);
  });

  test('there is no stream of a session that is not there, or for nobody', async () => {
    const window = await open();
    expect((await window.ask('GET', `/live/sessions/${randomUUID()}/events`)).status).toBe(404);
    expect((await window.ask('GET', '/live/sessions/nonsense/events')).status).toBe(404);
    const answer = await server().send({ method: 'GET', url: '/console/api/events' });
    expect(answer).toMatchObject({ status: 401, body: { errors: [{ code: 'console-signed-out' }] } });
  });
});
