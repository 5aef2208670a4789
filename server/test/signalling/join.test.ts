import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackConsumers } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

describe('joining', () => {
  let server: LiveServer;
  beforeAll(async () => {
    server = await startLiveServer();
  });
  afterAll(() => server.close());

  it('answers with all that is needed to exchange media', async () => {
    const roomId = server.createRoom();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, name: 'Alice' }) });
    expect(alice.answer).toMatchObject({ seq: 0, participants: [], participantsRemaining: 0, activeSpeakerId: null });
    expect(alice.answer.self).toMatchObject({ name: 'Alice', connection: 'connected', streams: [] });
    expect(alice.answer.transports.send.dtlsParameters.role).toBe('client');
    expect(alice.answer.transports.receive.dtlsParameters.role).toBe('server');
    expect(alice.answer.transports.send.iceCandidates.map(({ protocol }) => protocol).sort()).toEqual(['tcp', 'udp']);
    await alice.publish('self', ['audio', 'video'], 3);

    const bob = await TestClient.join(server, { roomId, token: await server.token({ roomId, name: 'Bob' }) });
    expect(bob.answer.participants).toMatchObject([
      { name: 'Alice', streams: [{ key: 'self', video: { width: 1280, height: 720, spatialLayers: 3 } }] },
    ]);
    const initial = unpackConsumers(bob.answer.initial);
    expect(initial.map(({ kind, paused }) => ({ kind, paused }))).toEqual([
      { kind: 'audio', paused: false },
      { kind: 'video', paused: false },
    ]);
    const consumers = await bob.consume(initial);
    expect(consumers.map(({ kind }) => kind)).toEqual(['audio', 'video']);
    expect(await alice.heard('participantJoined')).toMatchObject({ participant: { name: 'Bob' } });
    alice.close();
    bob.close();
  });
});
