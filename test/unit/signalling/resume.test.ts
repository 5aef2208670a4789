import { afterEach, beforeEach, expect, it } from 'vitest';
import { parlourSignalling, type SignallingConnection } from '../../../src/signalling/index.ts';
import { clientToken, ROOM_ID } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';
import { LocalServer } from '../../support/signalling/LocalServer.ts';

let server: LocalServer;
let connection: SignallingConnection;
let heard: string[];

/** Done when something was heard that fits. */
const heardOf = (what: RegExp) => expect.poll(() => heard.join('\n')).toMatch(what);
const attachments = () => server.socket.filter(({ method }) => method === 'attach').map(({ data }) => data);

beforeEach(async () => {
  server = await LocalServer.start();
  const memory = new FakeRoomServer();
  const never = new AbortController().signal;
  const capabilities = await memory.capabilities('', never);
  const input = {
    roomId: ROOM_ID,
    token: clientToken(),
    enableMessages: false,
    capabilitiesHash: capabilities.hash,
    rtpCapabilities: capabilities.rtpCapabilities,
    initialDemand: { audio: 0, video: 0 },
  };
  const { answer } = await memory.join('', input, never);
  server.answers.set('/v2/rtc/join', () => ({ body: answer }));
  connection = await parlourSignalling.join(server.url, input, never);
  heard = [];
  connection.start({
    onNotification: ({ method, data }) => heard.push('participantId' in data ? `left ${data.participantId}` : method),
    onInterrupted: (_cause, attempt) => heard.push(`interrupted ${attempt}`),
    onResumed: () => heard.push('resumed'),
    onLost: () => heard.push('lost'),
    currentToken: async (expired) => (expired ? 'a fresh token' : 'the token in force'),
  });
});
afterEach(async () => {
  connection.close();
  await server.close();
});

it('goes on with another socket where the first one stopped', async () => {
  const peer = await server.attached;
  await peer.notify('participantLeft', { participantId: 'a', reason: 'left', seq: 1 });
  await heardOf(/left a/);
  server.onAttached = async (other) => {
    await other.notify('participantLeft', { participantId: 'a', reason: 'left', seq: 1 });
    await other.notify('participantLeft', { participantId: 'b', reason: 'left', seq: 2 });
  };
  peer.close();
  await heardOf(/left b/);
  expect(heard.filter((what) => what.startsWith('left'))).toEqual(['left a', 'left b']);
  expect(heard).toContain('interrupted 1');
  expect(heard).toContain('resumed');
  expect(attachments()[0]).not.toHaveProperty('lastSeq');
  expect(attachments()).toMatchObject([{}, { lastSeq: 1, token: 'the token in force' }]);
});

it('asks again, under the same id, what was not answered when the socket broke', async () => {
  const peer = await server.attached;
  let asked = 0;
  server.answerSocket = (method) => {
    if (method !== 'unpublishStream') return {};
    asked += 1;
    if (asked === 1) peer.close();
    return {};
  };
  await expect(connection.request('unpublishStream', { key: 'self' })).resolves.toEqual({});
  const [first, second] = server.socket.filter(({ method }) => method === 'unpublishStream');
  expect(second?.data).toEqual(first?.data);
  expect(first?.data.requestId).toEqual(expect.any(String));
});

it('lets requests wait while it is interrupted', async () => {
  const peer = await server.attached;
  server.takesSockets = false;
  peer.close();
  await heardOf(/interrupted 2/);
  const request = connection.request('unpublishStream', { key: 'self' });
  server.takesSockets = true;
  await expect(request).resolves.toEqual({});
  expect(heard.at(-1)).toBe('resumed');
});

it('is lost, at once, when the server has let it go', async () => {
  const peer = await server.attached;
  server.answerSocket = () => {
    throw new Error('not-connected: Join anew.');
  };
  peer.close();
  await heardOf(/lost/);
  expect(heard).toEqual(['interrupted 1', 'lost']);
  expect(await rejectionCode(connection.request('leave', {}))).toBe('aborted');
});

it('asks for a number that was lost on the way by going on with another socket', async () => {
  const peer = await server.attached;
  server.onAttached = async (other) => {
    for (const [participantId, seq] of [
      ['b', 2],
      ['c', 3],
    ])
      await other.notify('participantLeft', { participantId, reason: 'left', seq });
  };
  await peer.notify('participantLeft', { participantId: 'a', reason: 'left', seq: 1 });
  await peer.notify('participantLeft', { participantId: 'c', reason: 'left', seq: 3 });
  await heardOf(/left c/);
  expect(heard.filter((what) => what.startsWith('left'))).toEqual(['left a', 'left b', 'left c']);
  expect(attachments().at(-1)).toMatchObject({ lastSeq: 1 });
});

it('learns from a sign of life that the last one was lost', async () => {
  await server.attached;
  server.answerSocket = (method) => (method === 'ping' ? { seq: 1 } : {});
  server.onAttached = (other) => other.notify('participantLeft', { participantId: 'a', reason: 'left', seq: 1 });
  await expect.poll(() => heard, { timeout: 8_000 }).toContain('left a');
  expect(attachments().at(-1)).toMatchObject({ lastSeq: 0 });
}, 10_000);

it('brings a fresh token when the server takes its own for expired', async () => {
  const peer = await server.attached;
  server.answerSocket = (method, { token }) => {
    if (method === 'attach' && token === 'the token in force') throw new Error('token-expired: Get a new one.');
    return {};
  };
  peer.close();
  await heardOf(/resumed/);
  expect(
    attachments()
      .map(({ token }) => token)
      .slice(1),
  ).toEqual(['the token in force', 'a fresh token']);
  expect(heard).not.toContain('lost');
});
