import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ROOM_EVENT_TYPES, type RoomEvent } from '../../src/events/RoomEvent.ts';
import { RoomEvents } from '../../src/events/RoomEvents.ts';
import { DATABASES } from '../support/databases.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { TestServer } from '../support/TestServer.ts';
import { testConfig } from '../support/testConfig.ts';
import { Receiver } from './support/Receiver.ts';

const SETTINGS = { ...testConfig().webhooks, allowPrivate: true, maxAttempts: 2 };

describe.each(DATABASES)('webhooks on %s', (_name, start) => {
  let database: TestDatabase;
  let receiver: Receiver;
  let server: TestServer;
  let roomId: string;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    receiver = await Receiver.start();
    await startServer();
    roomId = (await server.createRoom({ webhook_event_url: receiver.url() })).id;
  });
  afterEach(async () => {
    await receiver.close();
    await server.close();
  });
  afterAll(() => database?.stop());

  async function startServer(webhooks: Partial<typeof SETTINGS> = {}) {
    server = await TestServer.start(database, { config: { webhooks: { ...SETTINGS, ...webhooks } } });
    await server.app.ready();
  }
  const joined = (room = roomId, sessionId: string = crypto.randomUUID(), participant = 'ada'): RoomEvent => ({
    type: 'video.room.participant.joined',
    payload: { room_id: room, session_id: sessionId, participant_id: participant, context: null },
  });
  const deliveries = async (query = '') => (await server.request('GET', `/webhook_deliveries${query}`)).body.data;
  /** The newest delivery, once it has that status and so many attempts. */
  const deliveryThatIs = (status: string, attempts = 1) =>
    vi.waitFor(async () => {
      const [delivery] = await deliveries();
      expect(delivery).toMatchObject({ status, attempts });
      return delivery;
    });

  test('bring every event, in order, in the published shape, signed in both ways', async () => {
    const ids = { room_id: roomId, session_id: crypto.randomUUID() };
    const ada = { ...ids, participant_id: 'ada' };
    const recording = { ...ada, recording_id: crypto.randomUUID(), type: 'audio' as const };
    const composition = { ...ids, composition_id: crypto.randomUUID() };
    const file = { duration_secs: 5, size_mb: 0.2, download_url: 'https://rooms.example.org/file' };
    const all: RoomEvent[] = [
      { type: 'video.room.session.started', payload: ids },
      { type: 'video.room.participant.joined', payload: { ...ada, context: 'küche' } },
      { type: 'video.room.recording.started', payload: recording },
      { type: 'video.room.recording.completed', payload: { ...recording, codec: 'opus', ...file } },
      { type: 'video.room.recording.failed', payload: { ...recording, reason: 'disk full' } },
      {
        type: 'video.room.participant.left',
        payload: { ...ada, context: null, duration_secs: 9, left_reason: 'left' },
      },
      { type: 'video.room.session.ended', payload: { ...ids, duration_secs: 39, ended_reason: 'empty' } },
      {
        type: 'video.room.composition.completed',
        payload: { ...composition, format: 'mp4', resolution: '1280x720', ...file },
      },
      { type: 'video.room.composition.failed', payload: { ...composition, reason: 'no recordings' } },
    ];
    expect(all.map(({ type }) => type).toSorted()).toEqual(ROOM_EVENT_TYPES.toSorted());
    for (const event of all) await server.deps.events.publish(event);
    const requests = await receiver.received(all.length);

    const publicKey = (await server.send({ method: 'GET', url: '/v2/public_key' })).body.data.public;
    const x = Buffer.from(publicKey, 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const standard = new Webhook((await server.request('GET', '/webhook_secret')).body.data.secret);
    vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now() });
    try {
      for (const [index, { headers, body, json, path }] of requests.entries()) {
        const { type, payload } = all[index] as RoomEvent;
        const id = headers['webhook-id'];
        expect(json).toEqual({
          data: { record_type: 'event', event_type: type, id, occurred_at: '2026-03-10T12:00:00.000Z', payload },
          meta: { attempt: 1, delivered_to: receiver.url() },
        });
        expect([path, headers['content-type']]).toEqual(['/hook', 'application/json']);
        expect(standard.verify(body, headers as Record<string, string>)).toEqual(json);
        const signature = Buffer.from(String(headers['telnyx-signature-ed25519']), 'base64');
        const signed = `${headers['telnyx-timestamp']}|${body}`;
        expect(verify(null, Buffer.from(signed), key, signature)).toBe(true);
        expect(verify(null, Buffer.from(`${signed} `), key, signature)).toBe(false);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test('try again later, with the same id, and give up in the end', async () => {
    receiver.answer = () => 500;
    await server.deps.events.publish(joined());
    const failed = await deliveryThatIs('pending');
    expect(failed).toMatchObject({ last_status_code: 500, last_error: expect.stringContaining('500') });
    const waitsMs = Date.parse(failed.next_attempt_at) - server.clock.now().getTime();
    expect(waitsMs).toBeGreaterThanOrEqual(3750);
    expect(waitsMs).toBeLessThanOrEqual(6250);

    server.clock.advance({ secs: 7 });
    server.deps.webhooks.wake();
    expect(await deliveryThatIs('failed', 2)).toMatchObject({ next_attempt_at: null, delivered_to: null });
    expect(receiver.requests.map(({ json }) => [json.data.id, json.meta.attempt])).toEqual([
      [failed.id, 1],
      [failed.id, 2],
    ]);

    receiver.answer = () => 204;
    const again = await server.request('POST', `/webhook_deliveries/${failed.id}/actions/redeliver`);
    expect(again).toMatchObject({ status: 200, body: { data: { id: failed.id, status: 'pending' } } });
    expect(await deliveryThatIs('delivered')).toMatchObject({
      delivered_to: receiver.url(),
      last_status_code: 204,
      last_error: null,
    });
    expect(receiver.requests.at(-1)?.json).toMatchObject({ data: { id: failed.id }, meta: { attempt: 1 } });
  });

  test('go to the failover when the first URL does not take them', async () => {
    receiver.answer = ({ path }) => (path === '/failover' ? 200 : 503);
    const urls = { webhook_event_url: receiver.url(), webhook_event_failover_url: receiver.url('/failover') };
    await server.deps.events.publish(joined((await server.createRoom(urls)).id));
    expect(await deliveryThatIs('delivered')).toMatchObject({ delivered_to: receiver.url('/failover') });
    expect(receiver.requests.map(({ path, json }) => [path, json.meta])).toEqual([
      ['/hook', { attempt: 1, delivered_to: receiver.url() }],
      ['/failover', { attempt: 1, delivered_to: receiver.url('/failover') }],
    ]);
    receiver.answer = ({ path }) => (path === '/failover' ? 404 : 503);
    server.clock.advance({ secs: 1 });
    await server.deps.events.publish(joined((await server.createRoom(urls)).id));
    const { last_error, last_status_code } = await deliveryThatIs('pending');
    expect([last_error, last_status_code]).toEqual([expect.stringMatching(/503.*failover.*404/), 404]);
  });

  test('stop when the receiver is gone, and follow no redirect', async () => {
    const urls = { webhook_event_url: receiver.url('/gone'), webhook_event_failover_url: receiver.url('/failover') };
    receiver.answer = ({ path }) =>
      path === '/gone' ? 410 : (response) => response.writeHead(307, { location: receiver.url('/inside') }).end();
    await server.deps.events.publish(joined((await server.createRoom(urls)).id));
    expect(await deliveryThatIs('failed')).toMatchObject({ last_status_code: 410 });
    server.clock.advance({ secs: 1 });
    await server.deps.events.publish(joined());
    expect((await deliveryThatIs('pending')).last_error).toContain('redirects are not followed');
    expect(receiver.requests.map(({ path }) => path)).toEqual(['/gone', '/hook']);
  });

  test('reach nothing inside, whatever the address is written like', async () => {
    await server.close();
    await startServer({ allowPrivate: false });
    const hosts = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0.0.0.0'];
    for (const host of hosts) {
      const room = await server.createRoom({ webhook_event_url: `http://${host}:${receiver.port}/hook` });
      server.clock.advance({ secs: 1 });
      await server.deps.events.publish(joined(room.id));
      expect(await deliveryThatIs('pending')).toMatchObject({
        room_id: room.id,
        last_status_code: null,
        last_error: expect.stringMatching(/leads to an address of this machine or of a private network/),
      });
    }
    expect(receiver.requests).toEqual([]);
  });

  test('come one after another within a session, while a slow receiver holds up no other', async () => {
    const slow = await Receiver.start();
    slow.answer = () => 'nothing';
    const slowRoom = (await server.createRoom({ webhook_event_url: slow.url() })).id;
    const session = crypto.randomUUID();
    await server.deps.events.record(async (_tx, publish) => {
      // More than are looked at at once, of one session and of one receiver.
      for (let count = 0; count < 300; count++) publish(joined(slowRoom, session));
      for (let count = 0; count < 300; count++) publish(joined(slowRoom));
    });
    await slow.received(8);
    await server.deps.events.publish(joined());
    await receiver.received(1);
    expect(slow.requests).toHaveLength(8);
    expect(slow.requests.filter(({ json }) => json.data.payload.session_id === session)).toHaveLength(1);
    await slow.close();
  });

  test('are delivered by the next server when one died between the record and the delivery', async () => {
    await server.close();
    // As far as a server comes that dies then.
    await new RoomEvents(database.database.db, new TestClock().now).publish(joined());
    expect(receiver.requests).toEqual([]);
    await startServer();
    await receiver.received(1);
    await deliveryThatIs('delivered');
  });

  test('are delivered before a server that closes is gone, if that takes no time', async () => {
    await server.deps.events.publish(joined());
    await server.close();
    expect(receiver.requests).toHaveLength(1);
  });

  test('are forgotten when they have been over for long', async () => {
    await server.deps.events.publish(joined());
    const { id } = await deliveryThatIs('delivered');
    await server.close();
    const { db } = database.database;
    await db.execute(`update webhook_deliveries set updated_at = '2026-02-08T12:00:00Z' where id = '${id}'`);
    await startServer({ keepDays: 31 });
    await server.close();
    await startServer({ keepDays: 31 });
    expect(await deliveries()).toHaveLength(1);
    await server.close();
    await startServer({ keepDays: 29 });
    await vi.waitFor(async () => expect(await deliveries()).toEqual([]));
  });

  test('have a log with filters and pages', async () => {
    const session = crypto.randomUUID();
    const other = (await server.createRoom({ webhook_event_url: receiver.url('/other') })).id;
    receiver.answer = ({ path }) => (path === '/other' ? 410 : 200);
    await server.deps.events.publish(joined(roomId, session));
    server.clock.advance({ days: 1 });
    await server.deps.events.publish(joined(other));
    await server.deps.events.publish({
      type: 'video.room.session.started',
      payload: { room_id: roomId, session_id: session },
    });
    await vi.waitFor(async () => expect(await deliveries('?filter[status]=pending')).toEqual([]));
    const rooms = async (query: string) =>
      (await deliveries(query))
        .map((one: { room_id: string }) => (one.room_id === other ? 'other' : 'room'))
        .toSorted();
    expect(await rooms('')).toEqual(['other', 'room', 'room']);
    expect(await rooms('?filter[status]=failed')).toEqual(['other']);
    expect(await rooms('?filter[status]=delivered')).toEqual(['room', 'room']);
    expect(await rooms(`?filter[room_id]=${roomId}`)).toEqual(['room', 'room']);
    expect(await rooms(`?filter[session_id]=${session}`)).toEqual(['room', 'room']);
    expect(await rooms('?filter[event_type]=video.room.session.started')).toEqual(['room']);
    expect(await rooms('?filter[date_created_at][lte]=2026-03-10')).toEqual(['room']);
    expect(await rooms('?filter[date_created_at][gte]=2026-03-11')).toEqual(['other', 'room']);
    const { data, meta } = (await server.request('GET', '/webhook_deliveries?page[size]=2&page[number]=2')).body;
    expect(meta).toEqual({ page_number: 2, page_size: 2, total_pages: 2, total_results: 3 });
    expect(data).toMatchObject([{ payload: joined(roomId, session).payload }]);
    expect((await server.request('GET', `/webhook_deliveries/${data[0].id}`)).body.data).toEqual(data[0]);

    for (const filter of ['filter[status]=lost', 'filter[event_type]=x', 'filter[url]=x', 'filter[room_id]=1']) {
      expect((await server.request('GET', `/webhook_deliveries?${filter}`)).status).toBe(422);
    }
    const missing = `/webhook_deliveries/${crypto.randomUUID()}`;
    expect((await server.request('GET', missing)).status).toBe(404);
    expect((await server.request('POST', `${missing}/actions/redeliver`)).status).toBe(404);
    for (const url of ['/v2/webhook_deliveries', '/v2/webhook_secret']) {
      expect((await server.send({ method: 'GET', url })).status).toBe(401);
    }
  });
});
