import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../../src/protocol/index.ts';
import { type JoinInput, parlourSignalling, type SignallingConnection } from '../../../src/signalling/index.ts';
import { clientToken, ROOM_ID } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';
import { LocalServer } from '../../support/signalling/LocalServer.ts';

const never = new AbortController().signal;
const left = (participantId: string, seq: number) => ({ participantId, reason: 'left', seq });

/** What a server answers to a join, taken from the one in memory. */
async function joinParts() {
  const memory = new FakeRoomServer();
  const capabilities = await memory.capabilities('', never);
  const input: JoinInput = {
    roomId: ROOM_ID,
    token: clientToken(),
    enableMessages: false,
    capabilitiesHash: capabilities.hash,
    rtpCapabilities: capabilities.rtpCapabilities,
    initialDemand: { audio: 0, video: 0 },
  };
  const { answer } = await memory.join('', input, never);
  return { capabilities, input, answer };
}

/** Listens, and gives what was heard one by one, in its order. */
function listen(connection: SignallingConnection) {
  const heard: string[] = [];
  const waiting: ((what: string) => void)[] = [];
  const hear = (what: string) => {
    const next = waiting.shift();
    if (next) next(what);
    else heard.push(what);
  };
  connection.start({
    onNotification: ({ method, data }) => hear(method === 'participantLeft' ? data.participantId : method),
    onInterrupted: (cause, attempt) => hear(`interrupted: ${cause} ${attempt}`),
    onResumed: () => hear('resumed'),
    currentToken: async () => 'token',
    onLost: (cause) => hear(`lost: ${cause}`),
  });
  const next = () =>
    new Promise<string>((resolve) => {
      const what = heard.shift();
      if (what === undefined) waiting.push(resolve);
      else resolve(what);
    });
  return { heard, next };
}

describe('parlourSignalling', () => {
  let server: LocalServer;
  let parts: Awaited<ReturnType<typeof joinParts>>;
  const join = (signal = never) => parlourSignalling.join(server.url, parts.input, signal);

  beforeEach(async () => {
    server = await LocalServer.start();
    parts = await joinParts();
    server.answers.set('/v2/rtc/capabilities', () => ({ body: parts.capabilities }));
    server.answers.set('/v2/rtc/join', () => ({ body: parts.answer }));
    server.answers.set('/v2/rtc/request', () => ({ body: {} }));
  });
  afterEach(() => server.close());

  it('asks for the capabilities', async () => {
    expect(await parlourSignalling.capabilities(server.url, never)).toEqual(parts.capabilities);
  });

  it('refuses a server of another version', async () => {
    server.answers.set('/v2/rtc/capabilities', () => ({
      body: { ...parts.capabilities, version: PROTOCOL_VERSION + 1 },
    }));
    expect(await rejectionCode(parlourSignalling.capabilities(server.url, never))).toBe('protocol-mismatch');
  });

  it('joins by one POST, and attaches its socket to the same connection', async () => {
    const connection = await join();
    await server.attached;
    expect(connection.answer).toEqual(parts.answer);
    const posted = server.http[0];
    expect(posted?.data).toEqual({ ...parts.input, version: PROTOCOL_VERSION, connectionId: expect.any(String) });
    expect(server.socket).toEqual([
      { method: 'attach', data: { connectionId: posted?.data.connectionId, token: parts.input.token } },
    ]);
    connection.close();
    await server.left;
  });

  it('takes a new connection id for each join', async () => {
    const connections = [await join(), await join()];
    const ids = server.http.map(({ data }) => data.connectionId);
    expect(new Set(ids).size).toBe(2);
    for (const connection of connections) connection.close();
  });

  it('requests by POST until the socket is attached, by the socket then', async () => {
    const attach = Promise.withResolvers<object>();
    server.answerSocket = (method) => (method === 'attach' ? attach.promise : { by: 'socket' });
    const connection = await join();
    await connection.request('unpublishStream', { key: 'self' });
    expect(server.http.at(-1)).toMatchObject({
      method: 'POST /v2/rtc/request',
      data: { connectionId: server.http[0]?.data.connectionId, method: 'unpublishStream', data: { key: 'self' } },
    });
    attach.resolve({});
    const peer = await server.attached;
    // The answer to the attachment has arrived when what was sent after it has.
    const { next } = listen(connection);
    await peer.notify('participantLeft', left('a', 1));
    await next();
    await connection.request('unpublishStream', { key: 'presentation' });
    expect(server.socket.at(-1)).toMatchObject({ method: 'unpublishStream', data: { key: 'presentation' } });
    connection.close();
  });

  it('delivers what arrives around the join’s answer once, in order, when somebody listens', async () => {
    const joined = Promise.withResolvers<void>();
    server.answers.set('/v2/rtc/join', async () => {
      await joined.promise;
      return { body: parts.answer };
    });
    const joining = join();
    const peer = await server.attached;
    await peer.notify('participantLeft', left('a', 1));
    await peer.notify('participantLeft', left('a', 1));
    joined.resolve();
    const connection = await joining;
    await peer.notify('participantLeft', left('b', 2));
    const { next } = listen(connection);
    await peer.notify('participantLeft', left('c', 3));
    expect([await next(), await next(), await next()]).toEqual(['a', 'b', 'c']);
    connection.close();
  });

  it('gives refusals their code, over HTTP and over the socket', async () => {
    const connection = await join();
    await server.attached;
    const { next } = listen(connection);
    await (await server.attached).notify('participantLeft', left('a', 1));
    await next();
    server.answerSocket = () => {
      throw new Error('not-allowed: The token does not grant this.');
    };
    await expect(connection.request('unpublishStream', { key: 'self' })).rejects.toMatchObject({
      code: 'not-allowed',
      message: 'The token does not grant this.',
    });
    server.answerSocket = () => {
      throw new Error('database is on fire');
    };
    expect(await rejectionCode(connection.request('unpublishStream', { key: 'self' }))).toBe('internal');
    server.answerSocket = () => 'nonsense';
    expect(await rejectionCode(connection.request('unpublishStream', { key: 'self' }))).toBe('protocol-mismatch');
    connection.close();
  });

  it('rejects a refused join with its code, and closes its socket', async () => {
    server.answers.set('/v2/rtc/join', async () => {
      await server.attached;
      return { status: 409, body: { error: { code: 'room-full', message: 'Full.' } } };
    });
    expect(await rejectionCode(join())).toBe('room-full');
    await server.left;
  });

  it('is called off while the join is on its way, and closes its socket', async () => {
    const abort = new AbortController();
    server.answers.set('/v2/rtc/join', () => new Promise(() => {}));
    const joining = rejectionCode(join(abort.signal));
    await server.attached;
    abort.abort();
    expect(await joining).toBe('aborted');
    await server.left;
  });

  it('tells that it was lost when the socket breaks and the server keeps nothing, once', async () => {
    server.answers.set('/v2/rtc/join', () => ({ body: { ...parts.answer, resumeWindow: 0 } }));
    const connection = await join();
    const { next, heard } = listen(connection);
    const peer = await server.attached;
    peer.close();
    expect(await next()).toMatch(/^lost: /);
    expect(await rejectionCode(connection.request('leave', {}))).toMatch(/aborted|unreachable/);
    connection.close();
    expect(heard).toEqual([]);
  });

  it('tells that it was lost when the socket cannot be opened or is not taken', async () => {
    server.answers.set('/v2/rtc/join', () => ({ body: { ...parts.answer, resumeWindow: 0 } }));
    server.takesSockets = false;
    expect(await listen(await join()).next()).toMatch(/^lost: /);
    server.takesSockets = true;
    server.answerSocket = () => {
      throw new Error('token-invalid: Not of this connection.');
    };
    expect(await listen(await join()).next()).toMatch(/^lost: .*token-invalid/);
  });

  it('tells why the server ended it although the socket closed before the join’s answer', async () => {
    server.answers.set('/v2/rtc/join', async () => {
      const peer = await server.attached;
      await peer.notify('disconnecting', { reason: 'kicked', seq: 1 });
      peer.close();
      await server.left;
      return { body: { ...parts.answer, resumeWindow: 0 } };
    });
    const { next } = listen(await join());
    expect([await next(), await next()]).toEqual(['disconnecting', expect.stringMatching(/^lost: /)]);
  });

  it('rejects what is unanswered when it is closed, and says nothing any more', async () => {
    const connection = await join();
    const { next, heard } = listen(connection);
    const peer = await server.attached;
    await peer.notify('participantLeft', left('a', 1));
    await next();
    const asked = Promise.withResolvers<void>();
    server.answerSocket = () => {
      asked.resolve();
      return new Promise(() => {});
    };
    const request = rejectionCode(connection.request('leave', {}));
    await asked.promise;
    connection.close();
    connection.close();
    expect(await request).toBe('aborted');
    expect(await rejectionCode(connection.request('leave', {}))).toBe('aborted');
    await server.left;
    expect(heard).toEqual([]);
  });

  it('rejects a POST that is unanswered when it is closed', async () => {
    server.answerSocket = () => new Promise(() => {});
    const connection = await join();
    const asked = Promise.withResolvers<void>();
    server.answers.set('/v2/rtc/request', () => {
      asked.resolve();
      return new Promise(() => {});
    });
    const request = rejectionCode(connection.request('leave', {}));
    await asked.promise;
    connection.close();
    expect(await request).toBe('aborted');
  });
});
