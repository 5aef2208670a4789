import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRepositories, type Repositories } from '../../src/db/repositories/index.ts';
import { webhookDeliveries } from '../../src/db/schema/index.ts';
import { RoomEvents } from '../../src/events/RoomEvents.ts';
import { DATABASES } from '../support/databases.ts';
import { ROOM_VALUES } from '../support/roomValues.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { SERVER_ID } from '../support/TestServer.ts';

const HOOK = 'https://hooks.example.org/rooms';

describe.each(DATABASES)('events of rooms on %s', (_name, start) => {
  let database: TestDatabase;
  let clock: TestClock;
  let events: RoomEvents;
  let repositories: Repositories;
  let roomId: string;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    clock = new TestClock();
    events = new RoomEvents(database.database.db, clock.now);
    repositories = createRepositories(database.database.db, clock.now, SERVER_ID, events);
    roomId = (await repositories.rooms.create({ ...ROOM_VALUES, webhookEventUrl: HOOK })).id;
  });
  afterAll(() => database?.stop());

  const deliveries = () => database.database.db.select().from(webhookDeliveries).orderBy(asc(webhookDeliveries.seq));
  /** What is on its way, as type and payload, without the ids that all have. */
  const published = async () =>
    (await deliveries()).map(({ event, eventType }) => {
      const { room_id: _room, session_id: _session, ...payload } = JSON.parse(event).payload;
      return [eventType.replace('video.room.', ''), payload];
    });
  const participantEvent = (sessionId: string) =>
    ({
      type: 'video.room.participant.joined',
      payload: { room_id: roomId, session_id: sessionId, participant_id: 'ada', context: null },
    }) as const;

  test('tell of a session and of who came and went, in order', async () => {
    const { sessions } = repositories;
    const sessionId = await sessions.open(roomId);
    await sessions.open(roomId);
    await sessions.participantJoined({ id: 'ada', sessionId, context: 'kitchen' });
    await sessions.participantJoined({ id: 'bob', sessionId, context: null });
    clock.advance({ secs: 60 });
    await sessions.participantLeft({ id: 'ada', sessionId }, 'kicked');
    await sessions.participantLeft({ id: 'ada', sessionId }, 'left');
    clock.advance({ secs: 5 });
    await sessions.end(sessionId, 'session_terminated');
    await sessions.end(sessionId, 'empty');
    expect(await published()).toEqual([
      ['session.started', {}],
      ['participant.joined', { participant_id: 'ada', context: 'kitchen' }],
      ['participant.joined', { participant_id: 'bob', context: null }],
      ['participant.left', { participant_id: 'ada', context: 'kitchen', duration_secs: 60, left_reason: 'kicked' }],
      [
        'participant.left',
        { participant_id: 'bob', context: null, duration_secs: 65, left_reason: 'session_terminated' },
      ],
      ['session.ended', { duration_secs: 65, ended_reason: 'session_terminated' }],
    ]);
    const [first] = await deliveries();
    expect(first).toMatchObject({
      roomId,
      sessionId,
      url: HOOK,
      origin: 'https://hooks.example.org',
      status: 'pending',
    });
    expect(JSON.parse(first?.event ?? '')).toEqual({
      record_type: 'event',
      event_type: 'video.room.session.started',
      id: first?.id,
      occurred_at: '2026-03-10T12:00:00.000Z',
      payload: { room_id: roomId, session_id: sessionId },
    });
  });

  test('tell again of who comes back, and count its presence from then; not of who says something else', async () => {
    const { sessions } = repositories;
    const sessionId = await sessions.open(roomId);
    await sessions.participantJoined({ id: 'ada', sessionId, context: 'kitchen' });
    await sessions.participantJoined({ id: 'ada', sessionId, context: 'garden' });
    clock.advance({ secs: 10 });
    await sessions.participantLeft({ id: 'ada', sessionId }, 'lost');
    clock.advance({ secs: 10 });
    await sessions.participantJoined({ id: 'ada', sessionId, context: 'garden' });
    clock.advance({ secs: 3 });
    await sessions.participantLeft({ id: 'ada', sessionId }, 'left');
    expect((await published()).slice(1)).toEqual([
      ['participant.joined', { participant_id: 'ada', context: 'kitchen' }],
      ['participant.left', { participant_id: 'ada', context: 'garden', duration_secs: 10, left_reason: 'lost' }],
      ['participant.joined', { participant_id: 'ada', context: 'garden' }],
      ['participant.left', { participant_id: 'ada', context: 'garden', duration_secs: 3, left_reason: 'left' }],
    ]);
  });

  test('tell of what a server that died left open', async () => {
    const { sessions } = repositories;
    const sessionId = await sessions.open(roomId);
    await sessions.participantJoined({ id: 'ada', sessionId, context: null });
    await sessions.closeLeftOpenBy(SERVER_ID, clock.now());
    expect((await published()).slice(2)).toMatchObject([
      ['participant.left', { left_reason: 'server_failed' }],
      ['session.ended', { ended_reason: 'server_failed' }],
    ]);
  });

  test('go nowhere from a room without a webhook, and still from one that is deleted', async () => {
    const { sessions, rooms } = repositories;
    for (const webhookEventUrl of [null, '']) {
      const failover = { ...ROOM_VALUES, webhookEventUrl, webhookEventFailoverUrl: HOOK };
      await sessions.open((await rooms.create(failover)).id);
    }
    expect(await published()).toEqual([]);
    await sessions.open(roomId);
    await rooms.remove(roomId);
    await sessions.endActiveOf(roomId, 'room_expired');
    expect((await published()).slice(1)).toEqual([
      ['session.ended', { duration_secs: 0, ended_reason: 'room_expired' }],
    ]);
  });

  test('are as much there as what they tell of', async () => {
    const sessionId = await repositories.sessions.open(roomId);
    const listener = vi.fn();
    const stopListening = events.onPublished(listener);
    const undone = events.record(async (tx, publish) => {
      publish(participantEvent(sessionId));
      await tx.execute('select 1/0');
    });
    await expect(undone).rejects.toThrow();
    expect(await deliveries()).toHaveLength(1);
    expect(listener).not.toHaveBeenCalled();
    await events.publish(participantEvent(sessionId));
    expect(await deliveries()).toHaveLength(2);
    expect(listener).toHaveBeenCalledTimes(1);
    stopListening();
    await events.publish(participantEvent(sessionId));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('go to a webhook of their own where there is one', async () => {
    const sessionId = await repositories.sessions.open(roomId);
    const to = { webhookEventUrl: 'https://other.example.org/', webhookEventFailoverUrl: HOOK, webhookTimeoutSecs: 7 };
    await events.publish(participantEvent(sessionId), to);
    await events.publish(participantEvent(sessionId), { ...to, webhookEventUrl: null });
    expect((await deliveries()).slice(1)).toMatchObject([
      { url: to.webhookEventUrl, failoverUrl: HOOK, timeoutSecs: 7, origin: 'https://other.example.org' },
    ]);
  });
});
