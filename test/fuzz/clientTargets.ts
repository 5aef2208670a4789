import fc from 'fast-check';
import Message from 'protoo-client/lib/Message.js';
import * as v from 'valibot';
import { readToken } from '../../src/auth/readToken.ts';
import { refreshClientToken } from '../../src/auth/refreshClientToken.ts';
import { RoomError } from '../../src/errors/index.ts';
import { consumerBatch } from '../../src/protocol/consumers.ts';
import {
  capabilitiesAnswer,
  joinAnswer,
  type NotificationMethod,
  notifications,
  parseErrorReason,
  requests,
  unpackConsumers,
} from '../../src/protocol/index.ts';
import { guardProtoo } from '../../src/signalling/guardProtoo.ts';
import { call } from '../../src/signalling/httpRequests.ts';
import { NotificationInbox } from '../../src/signalling/NotificationInbox.ts';
import { clientToken, encodeToken } from '../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../src/testing/room-server/FakeRoomServer.ts';
import { createTestRoom } from '../support/engine/createTestRoom.ts';
import { fromSchema } from './fromSchema.ts';
import { type FuzzTarget, target } from './fuzz.ts';
import { hostileValue, nearly, nearlyText, spoilt } from './hostile.ts';

const isRoomError = (error: unknown): boolean => error instanceof RoomError;

/** Everything in the client that reads what a server sends. */
export async function clientTargets(): Promise<FuzzTarget[]> {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'a', name: 'Ada', metadata: { badge: [1] }, streams: [{}, { key: 'presentation' }] });
  const { room } = createTestRoom(server, { initialDemand: { audio: 2, video: 2 } });
  await room.connect();
  const join = server.connectionOf().answer;
  const capabilities = await server.capabilities('', new AbortController().signal);
  await room.disconnect();
  const text = (...samples: unknown[]) => samples.map((sample) => JSON.stringify(sample));

  return [
    target({
      name: 'notifications',
      inputs: fc.oneof(
        ...Object.entries(notifications).map(([method, schema]) =>
          spoilt(fromSchema(schema)).map((data) => ({ method, data })),
        ),
        fc.record({ method: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), data: hostileValue }),
      ),
      feed: await roomThatHears(),
    }),
    target({
      name: 'answers over HTTP',
      inputs: fc.record({
        status: fc.constantFrom(200, 200, 200, 400, 403, 500),
        path: fc.constantFrom('join' as const, 'capabilities' as const),
        json: nearly(join, capabilities, { error: { code: 'room-full', message: 'full' } }),
      }),
      feed: ({ status, path, json }) => {
        answerFetch(status, json);
        const schema = path === 'join' ? joinAnswer : capabilitiesAnswer;
        return call(schema, { url: new URL(`http://rooms.test/v2/rtc/${path}`), signal: new AbortController().signal });
      },
      expected: isRoomError,
    }),
    target({
      name: 'answers over the socket',
      inputs: fc.record({
        method: fc.constantFrom(...(Object.keys(requests) as (keyof typeof requests)[])),
        answer: fc.oneof(...Object.values(requests).map(({ answer }) => spoilt(fromSchema(answer)))),
      }),
      feed: ({ method, answer }) => v.safeParse(requests[method].answer, answer),
    }),
    target({
      name: 'consumers',
      inputs: nearly(join.initial),
      feed: (batch) => {
        const parsed = v.safeParse(consumerBatch, batch);
        if (parsed.success) unpackConsumers(parsed.output);
      },
    }),
    target({
      name: 'tokens',
      inputs: nearlyText(clientToken()),
      feed: (token) => readToken(token),
      expected: isRoomError,
    }),
    target({
      name: 'claims of tokens',
      inputs: nearly({
        exp: 1,
        iat: 0,
        url: 'http://x',
        grants: [{ resources: ['video:rooms:1'], scopes: ['join'] }],
      }).map(encodeToken),
      feed: (token) => readToken(token),
      expected: isRoomError,
    }),
    target({
      name: 'refreshed tokens',
      inputs: fc.record({
        status: fc.constantFrom(200, 401, 500),
        json: nearly({ data: { token: 'x' } }, { errors: [{ code: 'token-expired', detail: 'over' }] }),
      }),
      feed: ({ status, json }) => {
        answerFetch(status, json);
        return refreshClientToken('http://rooms.test', '1', 'refresh');
      },
      expected: isRoomError,
    }),
    target({ name: 'reasons of refusals', inputs: nearlyText('room-full: The room is full.'), feed: parseErrorReason }),
    target({
      name: 'frames of the socket',
      inputs: nearlyText(
        ...text(
          { notification: true, method: 'participantLeft', data: {} },
          { response: true, id: 1, ok: true, data: {} },
          { response: true, id: 1, ok: false, errorCode: 403, errorReason: 'kicked: out' },
          null,
          [],
          7,
        ),
      ),
      feed: (frame) => {
        guardProtoo();
        Message.parse(frame);
      },
    }),
  ];
}

/** Takes notifications as a connected room does; a new room now and then, since some of them end it. */
async function roomThatHears(): Promise<(input: { method: string; data: unknown }) => unknown> {
  let heard = 0;
  let inbox = new NotificationInbox();
  let end = async () => {};
  const begin = async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'a', streams: [{}] });
    const { room, clock } = createTestRoom(server, { initialDemand: { audio: 2, video: 2 } });
    await room.connect();
    room.subscribeDemand({ participantId: 'a', key: 'self', kind: 'video' });
    await clock.settle();
    const connection = server.connectionOf();
    inbox = new NotificationInbox();
    inbox.start(0, (notification) => {
      if (room.getState().status === 'connected') connection.notify(notification);
    });
    end = async () => {
      await clock.settle();
      if (!['connected', 'disconnected', 'reconnecting'].includes(room.getState().status))
        throw new Error('The room is nowhere.');
      await room.disconnect();
    };
  };
  return async ({ method, data }) => {
    if (heard % 50 === 0) {
      await end();
      await begin();
    }
    heard += 1;
    // Numbers that are no numbers must not keep those that follow from being heard.
    inbox.take(method, data);
    if (Object.hasOwn(notifications, method)) v.safeParse(notifications[method as NotificationMethod], data);
  };
}

function answerFetch(status: number, json: unknown): void {
  globalThis.fetch = (async () => ({
    ok: status < 300,
    status,
    json: async () => JSON.parse(JSON.stringify(json) ?? 'null'),
  })) as unknown as typeof fetch;
}
