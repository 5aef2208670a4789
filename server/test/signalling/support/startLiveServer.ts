import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { loadConfig } from '../../../src/config.ts';
import type { SigningKeyRow } from '../../../src/db/repositories/SigningKeysRepository.ts';
import { Metrics } from '../../../src/operations/Metrics.ts';
import { Readiness } from '../../../src/operations/Readiness.ts';
import { Bans } from '../../../src/rooms/Bans.ts';
import type { LivePart } from '../../../src/ServerDeps.ts';
import type { SignallingLimits } from '../../../src/signalling/limits.ts';
import { createLivePart } from '../../../src/signalling/livePart.ts';
import { ClientTokens } from '../../../src/tokens/ClientTokens.ts';
import { DEFAULT_GRANTS, type Grants } from '../../../src/tokens/Grants.ts';
import { SigningKeys } from '../../../src/tokens/SigningKeys.ts';
import { memoryAdmissions } from '../../support/memoryAdmissions.ts';
import { memoryRevocations } from '../../support/memoryRevocations.ts';
import { RecordedSessions } from './RecordedSessions.ts';

/** What a token of the tests is for; the rest is usual. */
export interface TokenWish {
  roomId: string;
  id?: string;
  name?: string;
  grants?: Partial<Grants>;
  waits?: boolean;
  ttlSecs?: number;
}

/** A listening server with the live part as it is, real tokens and a real SFU; only the database is a fake. */
export interface LiveServer {
  url: string;
  sessions: RecordedSessions;
  live: LivePart;
  /** A room that exists. */
  createRoom(maxParticipants?: number): string;
  token(wish: TokenWish): Promise<string>;
  refreshToken(wish: TokenWish): Promise<string>;
  tokens: ClientTokens;
  gauge(name: string): number;
  /** A request behind the socket: for very many of them. */
  post(path: string, body: unknown): Promise<{ status: number; text: string }>;
  /** What `/metrics` would show. */
  metrics(): Promise<string>;
  close(): Promise<void>;
}

/** Tells a gauge at once, where the text of all metrics is made later. */
class ReadableMetrics extends Metrics {
  readonly reads = new Map<string, () => number | Promise<number>>();

  override gauge(name: string, help: string, read: () => number | Promise<number>): void {
    this.reads.set(name, read);
    super.gauge(name, help, read);
  }
}

export async function startLiveServer(
  limits: Partial<SignallingLimits> = {},
  env: Record<string, string> = {},
): Promise<LiveServer> {
  const config = loadConfig({ PARLOUR_WORKERS: '1', PARLOUR_SESSION_GRACE_SECS: '0', ...env });
  const app = Fastify({ logger: false });
  const now = () => new Date();
  const tokens = new ClientTokens(await memorySigningKeys(now), await memoryRevocations(now), now);
  const capacities = new Map<string, number>();
  const sessions = new RecordedSessions();
  const metrics = new ReadableMetrics();
  const deps = {
    config,
    log: app.log,
    bans: new Bans(() => Date.now()),
    now,
    tokens,
    metrics,
    countRefusal: () => undefined,
    readiness: new Readiness(),
    storage: nothingRecorded,
    events: nothingRecorded,
    repositories: {
      rooms: { find: async (id: string) => roomRecord(id, capacities.get(id)) },
      sessions,
      recordings: nothingRecorded,
      admissions: memoryAdmissions(),
    },
  };
  // Nobody comes back in most tests: they should not have to wait for it.
  const live = await createLivePart(deps, { resumeWindowMs: 0, ...limits });
  await app.register(live.plugin);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;

  const issue = ({ roomId, id, name, grants, waits = false, ttlSecs = 600 }: TokenWish) =>
    tokens.issue({
      roomId,
      participant: { ...(id && { id }), ...(name && { name }) },
      grants: { ...DEFAULT_GRANTS, ...grants },
      waits,
      tokenTtlSecs: ttlSecs,
      refreshTtlSecs: 3600,
      url: 'http://127.0.0.1',
    });
  return {
    url: `http://127.0.0.1:${port}`,
    sessions,
    live,
    tokens,
    createRoom: (maxParticipants = 100) => {
      const id = randomUUID();
      capacities.set(id, maxParticipants);
      return id;
    },
    token: async (wish) => (await issue(wish)).access.token,
    refreshToken: async (wish) => (await issue(wish)).refresh.token,
    gauge: (name) => Number(metrics.reads.get(name)?.()),
    post: async (url, body) => {
      const headers = { 'content-type': 'text/plain' };
      const answer = await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) ?? '' });
      return { status: answer.statusCode, text: answer.body };
    },
    metrics: () => metrics.render(),
    close: () => app.close(),
  };
}

const unexpected = async () => {
  throw new Error('Nothing is recorded in this test.');
};

const nothingRecorded = {
  record: unexpected,
  within: () => {
    throw new Error('Nothing is recorded in this test.');
  },
  signedUrl: unexpected,
  put: unexpected,
  delete: unexpected,
  correctStart: unexpected,
  unfinished: async () => [],
};

function roomRecord(id: string, maxParticipants: number | undefined) {
  if (maxParticipants === undefined) return null;
  return {
    id,
    maxParticipants,
    uniqueName: null,
    enableRecording: false,
    webhookEventUrl: null,
    webhookEventFailoverUrl: null,
    webhookTimeoutSecs: null,
    activeSessionId: null,
    createdAt: new Date(),
    updatedAt: new Date(),
  };
}

function memorySigningKeys(now: () => Date): Promise<SigningKeys> {
  const rows: SigningKeyRow[] = [];
  const repository = {
    list: async () => rows,
    replaceActive: async (row: Pick<SigningKeyRow, 'kid' | 'publicJwk' | 'privateJwk'>) => {
      rows.push({ ...row, createdAt: now(), retiredAt: null });
    },
  };
  return SigningKeys.open(repository as never, now);
}
