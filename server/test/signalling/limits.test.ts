import { afterEach, describe, expect, it, vi } from 'vitest';
import { askForSocket } from '../support/upgrade.ts';
import { LobbyClient } from './support/LobbyClient.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
afterEach(() => server.close());

describe('sockets', () => {
  it('of one address are limited, each client behind a proxy by its own', async () => {
    server = await startLiveServer({}, { PARLOUR_SOCKETS_PER_ADDRESS: '2' });
    const from = (address: string) => askForSocket(server.url, { 'x-forwarded-for': `6.6.6.6, ${address}` });
    const first = await from('198.51.100.1');
    expect([first.status, (await from('198.51.100.1')).status]).toEqual([101, 101]);
    const refused = await from('198.51.100.1');
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '30', connection: 'close' },
      body: 'This address has too many sockets open: close some, or try again later.',
    });
    expect((await from('198.51.100.2')).status).toBe(101);
    first.close();
    await vi.waitFor(async () => expect((await from('198.51.100.1')).status).toBe(101));
  });

  it('are for pages of listed origins, in either way to name one', async () => {
    server = await startLiveServer({}, { PARLOUR_ALLOWED_ORIGINS: 'https://app.example.org' });
    const from = async (headers: Record<string, string>) => (await askForSocket(server.url, headers)).status;
    expect(await from({ origin: 'https://app.example.org' })).toBe(101);
    expect(await from({ origin: 'https://evil.example.org' })).toBe(403);
    expect(await from({ origin: 'null' })).toBe(403);
    expect(await from({ 'sec-websocket-version': '8', 'sec-websocket-origin': 'https://evil.example.org' })).toBe(403);
    // Clients that are not browsers name none.
    expect(await from({})).toBe(101);
    for (const path of ['join', 'lobby', 'test', 'request']) {
      const headers = { origin: 'https://evil.example.org' };
      const posted = await fetch(`${server.url}/v2/rtc/${path}`, { method: 'POST', body: '{}', headers });
      expect([path, posted.status]).toEqual([path, 403]);
      expect(await posted.json()).toMatchObject({ error: { code: 'not-allowed' } });
    }
  });

  it('are not compressed, which a small message could fill the memory by', async () => {
    server = await startLiveServer();
    const { status, headers } = await askForSocket(server.url, {
      'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits',
    });
    expect(status).toBe(101);
    expect(headers).not.toHaveProperty('sec-websocket-extensions');
  });

  it('take no token from their URL', async () => {
    server = await startLiveServer();
    const roomId = server.createRoom();
    const token = await server.token({ roomId });
    const alice = new TestClient(server);
    await alice.join({ roomId, token });
    const socket = new WebSocket(
      `${server.url.replace('http', 'ws')}/v2/rtc?token=${token}&connectionId=${alice.connectionId}`,
      'protoo',
    );
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    const answer = new Promise<string>((resolve) => socket.addEventListener('message', ({ data }) => resolve(data)));
    socket.send(JSON.stringify({ request: true, id: 1, method: 'ping', data: {} }));
    expect(JSON.parse(await answer)).toMatchObject({ id: 1, errorReason: expect.stringMatching(/^not-connected: /) });
    socket.close();
  });

  it('are refused elsewhere, and in another protocol', async () => {
    server = await startLiveServer();
    expect((await askForSocket(server.url, {}, '/v2/rtc/elsewhere')).status).toBe(404);
    expect((await askForSocket(server.url, { 'sec-websocket-protocol': 'chat' })).status).toBe(403);
    expect((await askForSocket(server.url, { 'sec-websocket-version': '7' })).status).toBe(426);
  });
});

describe('joins', () => {
  it('of all together are limited, and told when to try again', async () => {
    server = await startLiveServer({}, { PARLOUR_JOINS_PER_SEC: '1' });
    const roomId = server.createRoom();
    const join = async () => new TestClient(server).postJoin({ roomId, token: await server.token({ roomId }) });
    const answers = await Promise.all([join(), join(), join()]);
    const refused = answers.find(({ status }) => status !== 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(await refused?.json()).toMatchObject({ error: { code: 'too-many-requests' } });
  });
});

describe('lobbies', () => {
  it('of all together are limited', async () => {
    server = await startLiveServer({}, { PARLOUR_LOBBIES: '1' });
    const roomId = server.createRoom();
    const enter = async () => {
      const client = new LobbyClient(server);
      return client.postLobby({ roomId, token: await server.token({ roomId }) });
    };
    expect((await enter()).status).toBe(200);
    const refused = await enter();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
  });
});

describe('requests of a connection', () => {
  it('are limited by the setting', async () => {
    server = await startLiveServer({}, { PARLOUR_MESSAGES_PER_SEC: '1' });
    const roomId = server.createRoom();
    const client = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => client.request('ping', {})));
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    const refused = await client.post('ping', {});
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    client.close();
  });
});
