import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';
import type { Clock } from './Clock.ts';
import type { Compositions } from './compositions/Compositions.ts';
import type { Config } from './config.ts';
import type { Repositories } from './db/repositories/index.ts';
import type { RoomEvents } from './events/RoomEvents.ts';
import type { Jobs } from './jobs/Jobs.ts';
import type { CountRefusal } from './operations/httpMetrics.ts';
import type { Metrics } from './operations/Metrics.ts';
import type { Readiness } from './operations/Readiness.ts';
import type { Upkeep } from './operations/Upkeep.ts';
import type { LiveRoomsPort } from './rest/liveRoomsPort.ts';
import type { Bans } from './rooms/Bans.ts';
import type { DownloadUrls } from './storage/DownloadUrls.ts';
import type { Storage } from './storage/Storage.ts';
import type { ClientTokens } from './tokens/ClientTokens.ts';
import type { SigningKeys } from './tokens/SigningKeys.ts';
import type { Webhooks } from './webhooks/openWebhooks.ts';

/** What the parts of the server are built with. Made once, by `buildServer`. */
export interface ServerDeps {
  readonly config: Config;
  readonly log: FastifyBaseLogger;
  readonly now: Clock;
  readonly repositories: Repositories;
  readonly events: RoomEvents;
  readonly jobs: Jobs;
  readonly webhooks: Webhooks;
  /** What is done again and again; it ends before the database closes. */
  readonly upkeep: Upkeep;
  readonly signingKeys: SigningKeys;
  readonly tokens: ClientTokens;
  readonly bans: Bans;
  /** Where recordings and compositions are kept. */
  readonly storage: Storage;
  readonly downloadUrls: DownloadUrls;
  readonly compositions: Compositions;
  readonly metrics: Metrics;
  /** Told of everything that is refused, by the code of its error. */
  readonly countRefusal: CountRefusal;
  readonly readiness: Readiness;
  /** The URL that clients reach the server by. With a free port it is right once the server listens. */
  readonly publicUrl: () => string;
}

/** The part of the server that people are connected to: signalling and media. */
export interface LivePart {
  /** Nobody new comes in from now on; whoever is there stays until it closes. */
  stopTaking(): void;
  /** How the REST API acts on the rooms that people are in. */
  readonly rooms: LiveRoomsPort;
  /** Its routes and its WebSocket. Registered at the root, after everything else; it closes in its own `onClose`. */
  readonly plugin: FastifyPluginAsync;
}

/** Makes the live part, before the server listens. */
export type LivePartFactory = (deps: ServerDeps) => LivePart | Promise<LivePart>;
