// The room server in a process of its own, on a database in memory, for tests of what asks its REST API.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildServer } from '../../../server/src/buildServer.ts';
import { noLiveRooms } from '../../../server/src/rest/liveRoomsPort.ts';
import type { ServerDeps } from '../../../server/src/ServerDeps.ts';
import { startMemoryDatabase } from '../../../server/test/support/memoryDatabase.ts';
import { API_KEY, testConfig } from '../../../server/test/support/testConfig.ts';
import type { Command, Commands, News } from './protocol.ts';

const database = await startMemoryDatabase();
let deps: ServerDeps | undefined;
const config = testConfig();
const app = await buildServer(
  { ...config, limits: { ...config.limits, requestsPerMinute: 1_000_000 } },
  {
    openDatabase: async () => database.database,
    serverId: randomUUID(),
    live: (given) => {
      deps = given;
      return { rooms: noLiveRooms, plugin: async () => {}, stopTaking: () => {} };
    },
  },
);
await app.ready();
if (!deps) throw new Error('The server was built without its parts.');
const { sessions, recordings } = deps.repositories;
const repositories = deps.repositories as unknown as Record<string, Record<string, unknown>>;

/** Whoever started this may be gone. */
const tell = (news: News) => void (process.connected && process.send?.(news, () => undefined));
/** Requests that begin with these wait. */
const held = new Map<string, Promise<void>>();
const releases = new Map<string, () => void>();

const commands: Commands = {
  async meeting(roomId, ...people) {
    const sessionId = await sessions.open(roomId);
    for (const id of people) await sessions.participantJoined({ id, sessionId, context: `${id} in the kitchen` });
    return sessionId;
  },
  async recording(roomId, sessionId) {
    const id = randomUUID();
    const about = { participantId: 'ada', streamKey: 'self', type: 'video' as const, codec: 'vp8' };
    await recordings.begin({ id, roomId, sessionId, ...about, startedAt: new Date() });
    return id;
  },
  async fail(repository, method) {
    Object.defineProperty(repositories[repository], method, {
      configurable: true,
      value: () => Promise.reject(new Error('The database is gone.')),
    });
  },
  async mend(repository, method) {
    delete repositories[repository]?.[method];
  },
  async hold(start) {
    held.set(start, new Promise((resolve) => releases.set(start, resolve)));
  },
  async release(start) {
    held.delete(start);
    releases.get(start)?.();
  },
};

const front = createServer(async (request, response) => {
  const name = `${request.method} ${request.url}`;
  response.on('close', () => tell({ request: name, phase: response.writableFinished ? 'answered' : 'aborted' }));
  tell({ request: name, phase: 'asked' });
  const gate = [...held].find(([start]) => name.startsWith(start))?.[1];
  await gate;
  app.routing(request, response);
});
front.listen(0, '127.0.0.1');
await once(front, 'listening');

process.on('message', async ({ id, name, args }: Command) => {
  // biome-ignore lint/suspicious/noExplicitAny: the sender has checked them.
  const run = commands[name] as (...given: any[]) => Promise<unknown>;
  tell(
    await run(...args).then(
      (result) => ({ id, result }),
      (error: Error) => ({ id, error: error.message }),
    ),
  );
});
process.on('disconnect', () => process.exit());
tell({ url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`, apiKey: API_KEY });
