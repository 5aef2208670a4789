import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import Message from 'protoo-server/lib/Message.js';
import { RoomError } from '../../../src/errors/index.ts';
import {
  joinRequest,
  lobbyRequest,
  PROTOCOL_VERSION,
  type RequestMethod,
  requests,
  waitRequest,
} from '../../../src/protocol/index.ts';
import { postedRequest } from '../../../src/protocol/requests.ts';
import { fromSchema } from '../../../test/fuzz/fromSchema.ts';
import { type FuzzTarget, target } from '../../../test/fuzz/fuzz.ts';
import { hostileValue, nearly, nearlyText, spoilt } from '../../../test/fuzz/hostile.ts';
import { ClientAddress, limitedAddress } from '../../src/http/ClientAddress.ts';
import { Scrubber } from '../../src/logs/Scrubber.ts';
import { guardProtoo } from '../../src/signalling/guardProtoo.ts';
import { parseMessage } from '../../src/signalling/parseMessage.ts';
import { startLiveServer } from '../signalling/support/startLiveServer.ts';
import { TestClient } from '../signalling/support/TestClient.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import { authorized, TestServer } from '../support/TestServer.ts';

const UNLIMITED = { rate: 1e9, burst: 1e9 };
/** Longer than a million inputs take: behind a token that has expired nothing would be read any more. */
const ttlSecs = 86_400;
/** Anything else of a server's answer is a fault of the server. */
const isRefusal = (status: number) => status < 500 || status === 501 || status === 503;

/** Everything in the server that reads what comes from the network. */
export async function serverTargets(): Promise<FuzzTarget[]> {
  const live = await startLiveServer({
    requests: UNLIMITED,
    messages: UNLIMITED,
    messageBytes: UNLIMITED,
    reactions: UNLIMITED,
    joinWithoutSocketMs: 2_000,
  });
  const roomId = live.createRoom(100_000);
  const alice = await TestClient.join(live, { roomId, token: await live.token({ roomId, ttlSecs }) });
  const published = await alice.publish('self', ['audio', 'video'], 3);
  const joinSample = await joinOf(live, roomId);
  const database = await startMemoryDatabase();
  const rest = await TestServer.start(database, { requestsPerMinute: 1e9 });
  const room = await rest.createRoom();
  const methods = (Object.keys(requests) as RequestMethod[]).filter(
    (method) => method !== 'leave' && method !== 'attach',
  );

  const post = async (path: string, body: unknown) => {
    const { status, text } = await live.post(path, body);
    if (!isRefusal(status)) throw new Error(`The server answered with ${status}: ${text}`);
    return text;
  };

  const proxies = new ClientAddress(['127.0.0.0/8', '::1/128', '10.0.0.0/8']);
  const scrubber = new Scrubber(['a-secret-of-the-settings']);

  guardProtoo();
  return [
    target({
      name: 'addresses that proxies tell',
      inputs: nearlyText('203.0.113.7, 198.51.100.1', '::1, 2001:db8::7', '::ffff:10.0.0.1'),
      feed: (forwarded) => {
        const request = { socket: { remoteAddress: '127.0.0.1' }, headers: { 'x-forwarded-for': forwarded } };
        const address = limitedAddress(proxies.of(request as never));
        // Limits are counted by it: it must be one of a bounded form.
        if (address.length > 64) throw new Error(`An address of ${address.length} characters.`);
      },
    }),
    target({
      name: 'lines of the log',
      inputs: nearlyText(
        '{"msg":"Bearer abc","req":{"url":"/v2/rooms?token=abc"},"err":{"token":"abc"}}',
        'postgres://u:p@h/x eyJhbGciOiJub25lIn0.eyJhIjoxfQ. "refresh_token":"abc"',
      ),
      feed: (line) => void scrubber.line(line),
    }),
    target({
      name: 'messages by their schemas',
      inputs: fc.oneof(
        ...[
          joinRequest,
          lobbyRequest,
          waitRequest,
          postedRequest,
          ...Object.values(requests).map(({ data }) => data),
        ].map((schema) => fc.record({ schema: fc.constant(schema), input: spoilt(fromSchema(schema)) })),
      ),
      feed: ({ schema, input }) => parseMessage(schema, input),
      expected: (error) => error instanceof RoomError && error.code === 'bad-request',
    }),
    target({
      name: 'frames of sockets',
      inputs: nearlyText(
        '{"request":true,"id":1,"method":"attach","data":{}}',
        '{"notification":true,"method":"x"}',
        'null',
        '[]',
      ),
      feed: (frame) => Message.parse(frame),
    }),
    target({
      name: 'requests of somebody in a room',
      inputs: fc.oneof(
        ...methods.map((method) =>
          spoilt(fc.oneof(fromSchema(requests[method].data), fc.constant({ key: 'self', producer: published[0] }))).map(
            (data) => ({
              connectionId: alice.connectionId,
              method,
              data,
            }),
          ),
        ),
        nearly({ connectionId: randomUUID(), method: 'ping', data: {} }),
      ),
      feed: async (body) => {
        const answer = await post('/v2/rtc/request', body);
        const isHers = isObject(body) && body.connectionId === alice.connectionId;
        if (isHers && answer.includes('not-connected')) throw new Error('She has lost her place in the room.');
        // She keeps all that she is told; of a million requests that would be gigabytes.
        alice.received.length = 0;
      },
    }),
    target({
      name: 'joins',
      inputs: nearly(joinSample),
      // Each would be another participant of the same person.
      feed: (body) => post('/v2/rtc/join', body),
    }),
    target({
      name: 'waits to be let in',
      // This one need not wait: the answer comes at once.
      inputs: nearly({
        version: PROTOCOL_VERSION,
        roomId,
        token: await live.token({ roomId, ttlSecs }),
        context: 'desk',
      }),
      feed: (body) => post('/v2/rtc/wait', body),
    }),
    target({
      name: 'tokens',
      inputs: nearlyText(await live.token({ roomId, ttlSecs })),
      feed: (token) => post('/v2/rtc/join', { ...joinSample, token }),
    }),
    target({
      name: 'bodies of the REST API',
      inputs: fc.record({
        method: fc.constantFrom('POST' as const, 'PATCH' as const),
        path: fc.constantFrom(
          '/v2/rooms',
          `/v2/rooms/${room.id}`,
          `/v2/rooms/${room.id}/actions/generate_join_client_token`,
          `/v2/rooms/${room.id}/actions/refresh_client_token`,
        ),
        body: nearly(
          { unique_name: null, max_participants: 10, enable_recording: false, webhook_event_url: null },
          {
            token_ttl_secs: 600,
            participant: { id: 'a', name: 'Ada', metadata: {} },
            grants: { publish: ['audio'], subscribe: true },
          },
          { refresh_token: 'x', token_ttl_secs: 60 },
        ),
      }),
      feed: async ({ method, path, body }) => {
        const headers = { ...authorized, 'content-type': 'application/json' };
        const { statusCode } = await rest.app.inject({
          method,
          url: path,
          headers,
          payload: JSON.stringify(body) ?? '',
        });
        if (!isRefusal(statusCode)) throw new Error(`The server answered with ${statusCode}.`);
      },
      close: async () => {
        alice.close();
        await rest.close();
        await database.stop();
        await live.close();
      },
    }),
    target({
      name: 'queries of the REST API',
      inputs: fc.record({
        key: fc.oneof(
          fc.constantFrom('page[size]', 'page[number]', 'filter[unique_name]', 'filter[date_created_at][gte]', 'sort'),
          fc.string(),
        ),
        value: hostileValue,
      }),
      feed: async ({ key, value }) => {
        const url = `/v2/rooms?${new URLSearchParams({ [key.toWellFormed()]: String(JSON.stringify(value)).toWellFormed() })}`;
        const { statusCode } = await rest.app.inject({ method: 'GET', url, headers: authorized });
        if (!isRefusal(statusCode)) throw new Error(`The server answered with ${statusCode}.`);
      },
    }),
  ];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The body of a join that the server would take. */
async function joinOf(live: Awaited<ReturnType<typeof startLiveServer>>, roomId: string): Promise<object> {
  const token = await live.token({ roomId, id: 'joiner', ttlSecs });
  const capabilities = (await (await fetch(`${live.url}/v2/rtc/capabilities`)).json()) as {
    hash: string;
    rtpCapabilities: object;
  };
  return {
    version: 1,
    roomId,
    token,
    connectionId: randomUUID(),
    capabilitiesHash: capabilities.hash,
    rtpCapabilities: capabilities.rtpCapabilities,
    initialDemand: { audio: 2, video: 2 },
  };
}
