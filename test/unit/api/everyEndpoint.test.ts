import { expect, it } from 'vitest';
import { createRoomsClient, type RequestOptions, type RoomsClient } from '../../../src/api/client/index.ts';
import { restServerForAll } from '../../support/rest-server/RestServer.ts';

const server = restServerForAll();

type Call = (client: RoomsClient, options: RequestOptions) => Promise<unknown>;
/** The first page, or the first resource, of what is read one after the other. */
const first = <Item>(items: AsyncIterable<Item>) => items[Symbol.asyncIterator]().next();
type AnyList = Record<'pages' | 'all', (query: object, options: RequestOptions) => AsyncIterable<unknown>>;
const people = { participants: ['ada'] };

/** Every operation of the document, and what of the client asks for it. */
const calls: Readonly<Record<string, Call>> = {
  listRooms: ({ rooms }, options) => rooms.list({}, options),
  createRoom: ({ rooms }, options) => rooms.create({}, options),
  readRoom: ({ rooms }, options) => rooms.read('x', {}, options),
  updateRoom: ({ rooms }, options) => rooms.update('x', {}, options),
  deleteRoom: ({ rooms }, options) => rooms.delete('x', {}, options),
  listSessionsOfRoom: ({ rooms }, options) => rooms.sessions('x').list({}, options),
  generateJoinClientToken: ({ clientTokens }, options) => clientTokens.generate('x', {}, options),
  refreshClientToken: ({ clientTokens }, options) => clientTokens.refresh('x', { refresh_token: 'y' }, options),
  revokeClientTokens: ({ clientTokens }, options) => clientTokens.revoke('x', { participant_ids: ['ada'] }, options),
  listRoomSessions: ({ sessions }, options) => sessions.list({}, options),
  readRoomSession: ({ sessions }, options) => sessions.read('x', {}, options),
  listParticipantsOfRoomSession: ({ sessions }, options) => sessions.participants('x').list({}, options),
  endRoomSession: ({ sessions }, options) => sessions.end('x', options),
  kickFromRoomSession: ({ sessions }, options) => sessions.kick('x', people, options),
  muteInRoomSession: ({ sessions }, options) => sessions.mute('x', people, options),
  unmuteInRoomSession: ({ sessions }, options) => sessions.unmute('x', people, options),
  changeGrantsInRoomSession: ({ sessions }, options) => sessions.changeGrants('x', { ...people, grants: {} }, options),
  listRoomParticipants: ({ participants }, options) => participants.list({}, options),
  readRoomParticipant: ({ participants }, options) => participants.read('x', options),
  listRoomRecordings: ({ recordings }, options) => recordings.list({}, options),
  deleteRoomRecordings: ({ recordings }, options) => recordings.deleteAll({ type: 'audio' }, options),
  readRoomRecording: ({ recordings }, options) => recordings.read('x', options),
  deleteRoomRecording: ({ recordings }, options) => recordings.delete('x', options),
  listRoomCompositions: ({ compositions }, options) => compositions.list({}, options),
  createRoomComposition: ({ compositions }, options) => compositions.create({ session_id: 'x' }, options),
  readRoomComposition: ({ compositions }, options) => compositions.read('x', options),
  deleteRoomComposition: ({ compositions }, options) => compositions.delete('x', options),
  listWebhookDeliveries: ({ webhooks }, options) => webhooks.deliveries.list({}, options),
  readWebhookDelivery: ({ webhooks }, options) => webhooks.deliveries.read('x', options),
  redeliverWebhookDelivery: ({ webhooks }, options) => webhooks.deliveries.redeliver('x', options),
  readWebhookSecret: ({ webhooks }, options) => webhooks.secret(options),
  readPublicKey: ({ webhooks }, options) => webhooks.publicKey(options),
};

/** What each list of the client reads, page by page and one by one. */
const lists = (
  [
    ['listRooms', ({ rooms }) => rooms],
    ['listSessionsOfRoom', ({ rooms }) => rooms.sessions('x')],
    ['listRoomSessions', ({ sessions }) => sessions],
    ['listParticipantsOfRoomSession', ({ sessions }) => sessions.participants('x')],
    ['listRoomParticipants', ({ participants }) => participants],
    ['listRoomRecordings', ({ recordings }) => recordings],
    ['listRoomCompositions', ({ compositions }) => compositions],
    ['listWebhookDeliveries', ({ webhooks }) => webhooks.deliveries],
  ] satisfies [string, (client: RoomsClient) => AnyList][]
).flatMap(([operation, listOf]: [string, (client: RoomsClient) => AnyList]): [string, Call][] => [
  [operation, (client, options) => first(listOf(client).pages({}, options))],
  [operation, (client, options) => first(listOf(client).all({}, options))],
]);

type Paths = Record<string, Record<string, { operationId: string }>>;
/** How a request of each operation of the server begins, with an `x` for every id. */
async function addresses(): Promise<Map<string, string>> {
  const document = await fetch(`${server().url}/v2/openapi.json`);
  const { paths } = (await document.json()) as { paths: Paths };
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [
        operationId,
        `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, 'x')}`,
      ]),
    ),
  );
}

it('the client asks for every operation of the document', async () => {
  expect(Object.keys(calls).toSorted()).toEqual([...(await addresses()).keys()].toSorted());
});

it.each([...Object.entries(calls), ...lists])(
  '%s is asked for where it is, and called off',
  async (operation, call) => {
    const address = (await addresses()).get(operation) ?? '';
    await server().hold(address);
    const headers = { authorization: `Bearer ${server().apiKey}` };
    const controller = new AbortController();
    const reason = new Error('nobody waits for it any more');
    const asked = call(createRoomsClient({ baseUrl: server().url, headers }), { signal: controller.signal });
    const refused = expect(asked).rejects.toBe(reason);
    await server().until(address, 'asked');
    controller.abort(reason);
    await refused;
    await server().until(address, 'aborted');
    expect(server().count(address, 'answered')).toBe(0);
  },
);
