import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildServer } from '../../src/buildServer.ts';
import type { Config } from '../../src/config.ts';
import type { LivePart, LivePartFactory, ServerDeps } from '../../src/ServerDeps.ts';
import { Contract, type OpenApi, type RawAnswer } from '../contract/Contract.ts';
import { TestClock } from './TestClock.ts';
import type { TestDatabase } from './TestDatabase.ts';
import { API_KEY, testConfig } from './testConfig.ts';

/** An answer, parsed. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  body: any;
}

/** What servers of the tests go by in the database. */
export const SERVER_ID = '0c6dbd11-8a4f-4b2c-9d6d-5a5b6d0d6f11';

/** What may differ from server to server. */
export interface TestServerOptions {
  config?: Partial<Config>;
  requestsPerMinute?: number;
  /** Gets every line of the log. */
  logTo?: (line: string) => void;
  /** Makes the live part as it is, in place of one that only remembers what it was asked. */
  live?: LivePartFactory;
  /** The plugin of the live part. */
  plugin?: LivePart['plugin'];
  /** @default {@link SERVER_ID} */
  serverId?: string;
  clock?: TestClock;
}

/** A server with a clock of its own, asked without a network. */
export class TestServer {
  readonly app: FastifyInstance;
  readonly clock: TestClock;
  readonly deps: ServerDeps;
  /** What it runs on. */
  readonly database: TestDatabase;
  /** Rooms that the REST API asked the live part to close. */
  readonly closedRooms: { roomId: string; reason: string }[];
  /** What the REST API asked the live part to do in rooms: the action's name, then its arguments. */
  readonly actions: unknown[][];

  private constructor(
    app: FastifyInstance,
    clock: TestClock,
    deps: ServerDeps,
    database: TestDatabase,
    closedRooms: TestServer['closedRooms'],
    actions: TestServer['actions'],
  ) {
    this.app = app;
    this.clock = clock;
    this.deps = deps;
    this.database = database;
    this.closedRooms = closedRooms;
    this.actions = actions;
  }

  static async start(
    testDatabase: TestDatabase,
    {
      config,
      requestsPerMinute,
      logTo,
      live,
      plugin = async () => {},
      serverId = SERVER_ID,
      clock = new TestClock(),
    }: TestServerOptions = {},
  ): Promise<TestServer> {
    const closedRooms: TestServer['closedRooms'] = [];
    const actions: TestServer['actions'] = [];
    const record =
      (name: string) =>
      async (...args: unknown[]) =>
        void actions.push([name, ...args]);
    const rooms: LivePart['rooms'] = {
      closeRoom: async (roomId, reason) => void closedRooms.push({ roomId, reason }),
      setRecording: (...args) => void actions.push(['setRecording', ...args]),
      discardRecording: record('discardRecording'),
      look: () => null,
      actions: {
        endSession: record('endSession'),
        kick: record('kick'),
        mute: record('mute'),
        unmute: record('unmute'),
        changeGrants: record('changeGrants'),
      },
    };
    let deps: ServerDeps | undefined;
    const settings = testConfig(config);
    const limits = { ...settings.limits, ...(requestsPerMinute !== undefined && { requestsPerMinute }) };
    const app = await buildServer(
      { ...settings, limits },
      {
        now: clock.now,
        openDatabase: async () => testDatabase.database,
        serverId,
        live: async (given) => {
          deps = given;
          const real = await live?.(given);
          if (!real) return { rooms, plugin, stopTaking: () => {} };
          const both: LivePart['plugin'] = async (root) => {
            await root.register(real.plugin);
            await root.register(plugin);
          };
          return { ...real, plugin: both };
        },
        ...(logTo && { logTo }),
      },
    );
    if (!deps) throw new Error('buildServer did not make the live part.');
    return new TestServer(app, clock, deps, testDatabase, closedRooms, actions);
  }

  /** A request with the API key. */
  request(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Answer> {
    return this.send({ method, url: `/v2${path}`, ...(body && { payload: body }), headers: authorized });
  }

  /** A request just as given. */
  async send(options: InjectOptions): Promise<Answer> {
    const { statusCode, headers, payload } = await this.app.inject(options);
    this.#hold(options, { status: statusCode, contentType: String(headers['content-type'] ?? ''), payload });
    const isJson = String(headers['content-type'] ?? '').startsWith('application/json');
    return { status: statusCode, headers, body: isJson ? JSON.parse(payload) : payload };
  }

  /** Holds an answer against the OpenAPI document. */
  #hold({ method = 'GET', url }: InjectOptions, answer: RawAnswer): void {
    if (typeof url !== 'string') return;
    const problem = contractOf(this.app, this.deps.config).check(method, url, answer);
    if (problem !== null) throw new Error(problem);
  }

  /** Makes a room and gives it. */
  async createRoom(body: object = {}): Promise<Answer['body']> {
    return (await this.request('POST', '/rooms', body)).body.data;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** The header of a request that is let in. */
export const authorized = { authorization: `Bearer ${API_KEY}` };

/** The query string of these parameters. */
export function queryOf(parameters: Record<string, string>): string {
  return `?${new URLSearchParams(parameters)}`;
}

const contracts = new Map<string, Contract>();

/** The contract of a server; servers of the same settings have the same. */
function contractOf(app: FastifyInstance, { maxParticipantsLimit, compositions }: Config): Contract {
  const key = JSON.stringify([maxParticipantsLimit, compositions]);
  const contract = contracts.get(key) ?? new Contract(app.swagger() as unknown as OpenApi);
  contracts.set(key, contract);
  return contract;
}
