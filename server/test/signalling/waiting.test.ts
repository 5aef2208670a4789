import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION, waitAnswer } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer();
});
beforeEach(() => {
  roomId = server.createRoom();
});
afterAll(() => server.close());

interface Answer {
  readonly admitted?: boolean;
  readonly error?: { readonly code: string };
}

/** Somebody whose token has to be let in. */
async function visitor(id = randomUUID(), name = 'Ada') {
  const token = await server.token({ roomId, id, name, waits: true });
  const gone = new AbortController();
  const join = async () => {
    const client = new TestClient(server);
    const response = await client.postJoin({ roomId, token });
    return { client, status: response.status, answer: (await response.json()) as Answer };
  };
  const wait = async (body: object = {}) => {
    const response = await fetch(`${server.url}/v2/rtc/wait`, {
      method: 'POST',
      body: JSON.stringify({ version: PROTOCOL_VERSION, roomId, token, ...body }),
      signal: gone.signal,
    });
    return { status: response.status, answer: (await response.json()) as Answer };
  };
  return { id, token, join, wait, goAway: () => gone.abort() };
}

type Visitor = Awaited<ReturnType<typeof visitor>>;

async function moderator(): Promise<TestClient & { id: string }> {
  const id = randomUUID();
  const token = await server.token({ roomId, id, grants: { moderate: true } });
  return Object.assign(await TestClient.join(server, { roomId, token }), { id });
}

const idsOf = ({ waiting }: { waiting: { id: string }[] }) => waiting.map(({ id }) => id);
/** A moderator hears that these wait, and nobody else. */
const waiting = (host: TestClient, ...ids: string[]) =>
  host.heard('waitingChanged', (told) => idsOf(told).join() === ids.join());

/** Somebody waits, and a moderator lets it in. */
async function admit(host: TestClient, visitor: Visitor, participants: 'all' | string[]): Promise<void> {
  const asked = visitor.wait();
  await waiting(host, visitor.id);
  await host.request('admit', { participants });
  expect((await asked).answer).toEqual({ admitted: true });
}

describe('somebody who has to be let in', () => {
  it('cannot join, and nothing of it is in the room', async () => {
    const host = await moderator();
    const { join } = await visitor();
    const { status, answer } = await join();
    expect([status, answer.error?.code]).toEqual([409, 'not-admitted']);
    expect(server.gauge('parlour_participants')).toBe(1);
    expect(host.of('participantJoined')).toEqual([]);
    host.close();
  });

  it('waits, with what it says of itself, until a moderator lets it in; then it joins, and again', async () => {
    const [host, guest] = [
      await moderator(),
      await TestClient.join(server, { roomId, token: await server.token({ roomId }) }),
    ];
    const ada = await visitor();
    const asked = ada.wait({ context: 'desk' });
    expect(await waiting(host, ada.id)).toEqual({
      waiting: [{ id: ada.id, name: 'Ada', context: 'desk', since: expect.any(Number) }],
      seq: expect.any(Number),
    });
    await host.request('admit', { participants: [ada.id] });
    const { status, answer } = await asked;
    expect([status, v.parse(waitAnswer, answer)]).toEqual([200, { admitted: true }]);
    await waiting(host);
    const first = await ada.join();
    expect(first.status).toBe(200);
    await host.heard('participantJoined', ({ participant }) => participant.id === ada.id);
    // It comes back without being let in once more.
    expect((await ada.join()).status).toBe(200);
    expect((await ada.wait()).answer).toEqual({ admitted: true });
    expect(guest.of('waitingChanged')).toEqual([]);
    for (const client of [host, guest]) client.close();
  });

  it('is turned away, and may ask again', async () => {
    const host = await moderator();
    const ada = await visitor();
    const asked = ada.wait();
    await waiting(host, ada.id);
    await host.request('turnAway', { participants: 'all' });
    expect(await asked).toMatchObject({ status: 403, answer: { error: { code: 'turned-away' } } });
    await waiting(host);
    const again = ada.wait();
    await host.heard('waitingChanged', (told) => idsOf(told).length === 1 && host.of('waitingChanged').length === 3);
    ada.goAway();
    await expect(again).rejects.toThrow();
    host.close();
  });

  it('is told to ask again when nobody has decided for a while, and keeps its place; gone, it waits no more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const host = await moderator();
      const ada = await visitor();
      const asked = ada.wait();
      await waiting(host, ada.id);
      await vi.advanceTimersByTimeAsync(25_000);
      expect((await asked).answer).toEqual({ admitted: false });
      await vi.advanceTimersByTimeAsync(4_999);
      expect(host.of('waitingChanged')).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      await waiting(host);
      host.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('has to be let in again after it was removed', async () => {
    const host = await moderator();
    const ada = await visitor();
    await admit(host, ada, 'all');
    const { client } = await ada.join();
    await client.attach();
    await host.request('kick', { participants: [ada.id] });
    await client.closed;
    expect((await ada.join()).answer.error?.code).toBe('not-admitted');
    host.close();
  });

  it('cannot even wait while it is kept out', async () => {
    const host = await moderator();
    const ada = await visitor();
    await admit(host, ada, [ada.id]);
    await ada.join();
    await host.request('kick', { participants: [ada.id], banSecs: 60 });
    expect(await ada.wait()).toMatchObject({ status: 403, answer: { error: { code: 'kicked' } } });
    host.close();
  });

  it('may come before any moderator, who is told of it at the join; and the session ends without it', async () => {
    const ada = await visitor();
    const asked = ada.wait();
    await vi.waitFor(async () => {
      const host = await moderator();
      const told = host.of('waitingChanged');
      host.close();
      expect(told.map(idsOf)).toEqual([[ada.id]]);
    });
    const host = await moderator();
    await waiting(host, ada.id);
    await host.request('endSession', {});
    expect(await asked).toMatchObject({ status: 403, answer: { error: { code: 'turned-away' } } });
  });

  it('is not let in by a decision of a session that is over', async () => {
    const host = await moderator();
    const ada = await visitor();
    await admit(host, ada, [ada.id]);
    await host.request('endSession', {});
    await host.closed;
    await vi.waitFor(async () => expect((await ada.join()).status).toBe(409));
  });

  it('is refused for what is wrong with its token or its room', async () => {
    const { wait } = await visitor();
    expect(await wait({ token: 'nonsense' })).toMatchObject({
      status: 401,
      answer: { error: { code: 'token-invalid' } },
    });
    expect(await wait({ roomId: server.createRoom() })).toMatchObject({
      status: 403,
      answer: { error: { code: 'token-wrong-room' } },
    });
    expect(await wait({ version: 0 })).toMatchObject({ status: 409, answer: { error: { code: 'protocol-mismatch' } } });
    expect(await wait({ context: 'x'.repeat(1025) })).toMatchObject({ status: 422 });
    roomId = randomUUID();
    expect(await (await visitor()).wait()).toMatchObject({
      status: 404,
      answer: { error: { code: 'room-not-found' } },
    });
  });
});

describe('who may moderate', () => {
  it('never has to wait', async () => {
    const token = await server.token({ roomId, waits: true, grants: { moderate: true } });
    const host = await TestClient.join(server, { roomId, token });
    host.close();
  });

  it('is told of those who wait when it may from now on, and of nobody when it may no more', async () => {
    const host = await moderator();
    const id = randomUUID();
    const helper = await TestClient.join(server, { roomId, token: await server.token({ roomId, id }) });
    const ada = await visitor();
    const asked = ada.wait();
    await waiting(host, ada.id);
    expect(helper.of('waitingChanged')).toEqual([]);
    await host.request('changeGrants', { participants: [id], grants: { moderate: true } });
    await waiting(helper, ada.id);
    await host.request('changeGrants', { participants: [id], grants: { moderate: false } });
    await waiting(helper);
    await expect(helper.request('admit', { participants: 'all' })).rejects.toThrow(/^not-allowed: /);
    await expect(helper.request('turnAway', { participants: 'all' })).rejects.toThrow(/^not-allowed: /);
    ada.goAway();
    await expect(asked).rejects.toThrow();
    for (const client of [host, helper]) client.close();
  });

  it('passes over who does not wait', async () => {
    const host = await moderator();
    const id = randomUUID();
    await host.request('admit', { participants: [id] });
    expect((await (await visitor(id)).join()).status).toBe(409);
    host.close();
  });
});
