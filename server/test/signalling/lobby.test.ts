import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LobbyAnswer, lobbyAnswer, unpackConsumers } from '../../../src/protocol/index.ts';
import { LobbyClient } from './support/LobbyClient.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

/** Long enough that no test meets it unless it is about it. */
const LOBBY_MS = 60_000;

let server: LiveServer;
beforeAll(async () => {
  server = await startLiveServer({ lobbyMs: LOBBY_MS, lobbiesPerParticipant: 2 });
});
afterAll(() => server.close());

const transports = () => server.gauge('parlour_transports');

async function enter(client: LobbyClient, wish: { roomId: string; token: string }): Promise<LobbyAnswer> {
  const response = await client.postLobby(wish);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return v.parse(lobbyAnswer, await response.json());
}

describe('a lobby', () => {
  it('opens transports, and nobody knows of it', async () => {
    const roomId = server.createRoom(2);
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const before = { transports: transports(), participants: server.gauge('parlour_participants') };
    const waiting = new LobbyClient(server);
    const answer = await enter(waiting, { roomId, token: await server.token({ roomId }) });
    expect(answer.transports.send.dtlsParameters.role).toBe('client');
    expect(answer.keepWithin).toBe(LOBBY_MS);
    expect(transports()).toBe(before.transports + 2);
    expect(server.gauge('parlour_participants')).toBe(before.participants);
    // It takes no seat: there is one left for somebody else.
    const bob = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    await alice.heard('participantJoined');
    expect(alice.of('participantJoined')).toHaveLength(1);
    expect(bob.answer.participants).toHaveLength(1);
    alice.close();
    bob.close();
    await waiting.leave();
  });

  it('begins no session', async () => {
    const roomId = server.createRoom();
    const waiting = new LobbyClient(server);
    await enter(waiting, { roomId, token: await server.token({ roomId }) });
    await waiting.leave();
    expect(server.sessions.sessions.filter((session) => session.roomId === roomId)).toEqual([]);
  });

  it('is refused as a join would be', async () => {
    const roomId = server.createRoom();
    const token = await server.token({ roomId });
    const status = async (wish: object) => (await new LobbyClient(server).postLobby({ roomId, token, ...wish })).status;
    expect(await status({ token: 'nonsense' })).toBe(401);
    expect(await status({ roomId: server.createRoom() })).toBe(403);
    expect(await status({ capabilitiesHash: 'old' })).toBe(409);
    expect(await status({ version: 99 })).toBe(409);
    expect(await status({ dtls: undefined })).toBe(422);
    const unknown = randomUUID();
    expect(await status({ roomId: unknown, token: await server.token({ roomId: unknown }) })).toBe(404);
  });

  it('asked again, is kept and answered as before; by another person it is not', async () => {
    const roomId = server.createRoom();
    const token = await server.token({ roomId });
    const waiting = new LobbyClient(server);
    const first = await enter(waiting, { roomId, token });
    const count = transports();
    expect((await enter(waiting, { roomId, token })).transports).toEqual(first.transports);
    expect(transports()).toBe(count);
    const stranger = await server.token({ roomId });
    expect((await waiting.postLobby({ roomId, token: stranger })).status).toBe(422);
    await waiting.leave();
  });
});

describe('a join from a lobby', () => {
  it('goes on with its transports, and publishes at once', async () => {
    const roomId = server.createRoom();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    await alice.publish('self', ['audio', 'video'], 3);
    const token = await server.token({ roomId, name: 'Bob' });
    const bob = new LobbyClient(server);
    const lobby = await enter(bob, { roomId, token });
    const stream = await bob.warm(lobby, 'self');
    const count = transports();
    const answer = await bob.join({ roomId, token, streams: [stream] });
    expect(answer.transports.send.id).toBe(lobby.transports.send.id);
    expect(answer.transports.receive.id).toBe(lobby.transports.receive.id);
    expect(answer.refusedStreams).toBeUndefined();
    expect(transports()).toBe(count);
    // The transport is connected: media waits until there is somebody to show it.
    expect(unpackConsumers(answer.initial).map(({ paused }) => paused)).toEqual([true, true]);
    await bob.attach();
    expect(await alice.heard('participantJoined')).toMatchObject({ participant: { name: 'Bob' } });
    const { stream: published } = await alice.heard('streamPublished');
    expect(published.audio?.producerId).toBe(stream.producers[0]?.id);
    expect((await alice.heard('consumersAdded')).consumers).toHaveLength(2);
    alice.close();
    bob.close();
  });

  it('tells which streams it did not publish', async () => {
    const roomId = server.createRoom();
    const token = await server.token({ roomId, grants: { publish: [] } });
    const bob = new LobbyClient(server);
    const lobby = await enter(bob, { roomId, token });
    const answer = await bob.join({ roomId, token, streams: [await bob.warm(lobby, 'self')] });
    expect(answer.refusedStreams).toMatchObject([{ key: 'self', error: { code: 'not-allowed' } }]);
    await bob.post('leave', {});
  });

  it('does not take the place of another person', async () => {
    const roomId = server.createRoom();
    const bob = new LobbyClient(server);
    const lobby = await enter(bob, { roomId, token: await server.token({ roomId }) });
    const stream = await bob.warm(lobby, 'self');
    const answer = await bob.join({ roomId, token: await server.token({ roomId }), streams: [stream] });
    expect(answer.transports.send.id).not.toBe(lobby.transports.send.id);
    await bob.post('leave', {});
  });
});

describe('what waits in a lobby is freed', () => {
  it('when the client says that it goes', async () => {
    const before = transports();
    const roomId = server.createRoom();
    const waiting = new LobbyClient(server);
    await enter(waiting, { roomId, token: await server.token({ roomId }) });
    expect(transports()).toBe(before + 2);
    await waiting.leave();
    expect(transports()).toBe(before);
    // A second farewell finds nobody.
    expect((await waiting.leave()).status).toBe(409);
  });

  it('when the client is silent for too long', async () => {
    const brief = await startLiveServer({ lobbyMs: 50 });
    const roomId = brief.createRoom();
    const waiting = new LobbyClient(brief);
    await waiting.postLobby({ roomId, token: await brief.token({ roomId }) });
    await vi.waitFor(() => expect(brief.gauge('parlour_transports')).toBe(0));
    await brief.close();
  });

  it('when a participant opens too many', async () => {
    const roomId = server.createRoom();
    const token = await server.token({ roomId });
    const before = transports();
    const tabs = [new LobbyClient(server), new LobbyClient(server), new LobbyClient(server)];
    for (const tab of tabs) await enter(tab, { roomId, token });
    expect(transports()).toBe(before + 4);
    for (const tab of tabs) await tab.leave();
    expect(transports()).toBe(before);
  });

  it('when its room is deleted, and the room cannot be waited for any more', async () => {
    const before = transports();
    const roomId = server.createRoom();
    const token = await server.token({ roomId });
    await enter(new LobbyClient(server), { roomId, token });
    await server.live.rooms.closeRoom(roomId, 'room_expired');
    expect(transports()).toBe(before);
    expect((await new LobbyClient(server).postLobby({ roomId, token })).status).toBe(404);
  });

  it('with the room of others going on: the media stays for who is in it', async () => {
    const roomId = server.createRoom();
    const waiting = new LobbyClient(server);
    await enter(waiting, { roomId, token: await server.token({ roomId }) });
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    await waiting.leave();
    await expect(alice.publish('self', ['audio'])).resolves.toHaveLength(1);
    alice.close();
  });

  it('not when the others leave: who waits can still enter', async () => {
    const roomId = server.createRoom();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const token = await server.token({ roomId });
    const bob = new LobbyClient(server);
    const lobby = await enter(bob, { roomId, token });
    await alice.post('leave', {});
    await vi.waitFor(() => expect(server.sessions.sessions.find((one) => one.roomId === roomId)?.ended).toBe(true));
    const answer = await bob.join({ roomId, token, streams: [await bob.warm(lobby, 'self')] });
    expect(answer.transports.send.id).toBe(lobby.transports.send.id);
    expect(answer.sessionId).not.toBe(alice.answer.sessionId);
    await bob.post('leave', {});
  });
});
