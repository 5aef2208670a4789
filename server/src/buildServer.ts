import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Server as TlsServer } from 'node:tls';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { type Clock, systemClock } from './Clock.ts';
import { Compositions } from './compositions/Compositions.ts';
import type { Config } from './config.ts';
import { Changes } from './console/Changes.ts';
import { consolePlugin } from './console/consolePlugin.ts';
import type { OpenDatabase } from './db/Database.ts';
import { openDatabase } from './db/openDatabase.ts';
import { createRepositories } from './db/repositories/index.ts';
import { docsPlugin } from './docs/docsPlugin.ts';
import { collectOpenApi } from './docs/openApi.ts';
import { RoomEvents } from './events/RoomEvents.ts';
import { followCertificate } from './http/Certificate.ts';
import { ClientAddress } from './http/ClientAddress.ts';
import { createHttpServer } from './http/createHttpServer.ts';
import { guardBrowsers } from './http/guardBrowsers.ts';
import { schemaCompilers } from './http/schemaCompilers.ts';
import { Jobs } from './jobs/Jobs.ts';
import { loggerOptions, type WriteLine } from './logs/loggerOptions.ts';
import { openKeys } from './openKeys.ts';
import { openBans, openTokens } from './openTokens.ts';
import { checkDataFolder } from './operations/checkDataFolder.ts';
import { drainBeforeClosing } from './operations/drainBeforeClosing.ts';
import { countRefusals, measureRequests } from './operations/httpMetrics.ts';
import { addJobGauges } from './operations/jobGauges.ts';
import { Metrics } from './operations/Metrics.ts';
import { operationsPlugin } from './operations/operationsPlugin.ts';
import { Readiness } from './operations/Readiness.ts';
import { Upkeep } from './operations/Upkeep.ts';
import { publicUrl } from './publicUrl.ts';
import { type AnswerError, answerUnknown, errorAnswerer } from './rest/errors/errorHandler.ts';
import { noLiveRooms } from './rest/liveRoomsPort.ts';
import type { RestDeps } from './rest/RestDeps.ts';
import { limitRequests } from './rest/rateLimit.ts';
import { restPlugin } from './rest/restPlugin.ts';
import type { LivePart, LivePartFactory, ServerDeps } from './ServerDeps.ts';
import { claimServerId } from './servers/claimServerId.ts';
import { endSignsOfLife, giveSignsOfLife } from './servers/signsOfLife.ts';
import { DownloadUrls } from './storage/DownloadUrls.ts';
import { openStorage } from './storage/openStorage.ts';
import { jwksPlugin } from './tokens/jwksPlugin.ts';
import { SigningKeys } from './tokens/SigningKeys.ts';
import { validatorOptions } from './validatorOptions.ts';
import { openWebhooks } from './webhooks/openWebhooks.ts';

/** A participant id of 128 letters that are three bytes each, written with percent signs. */
const LONGEST_PATH_PARAMETER = 1152;
const DAY_MS = 86_400_000;

/** What a server may be built with in place of its own. */
export interface BuildOverrides {
  /** Makes the signalling and media part. @default none: a server that only answers REST */
  live?: LivePartFactory;
  /** Opens the database. @default the one that the settings name */
  openDatabase?: () => Promise<OpenDatabase>;
  /** @default the clock of the machine */
  now?: Clock;
  /** Where lines of the log go. @default the standard output */
  logTo?: WriteLine;
  /** What the server goes by in the database. @default the id that is kept in the data folder */
  serverId?: string;
}

const noLivePart: LivePart = { rooms: noLiveRooms, plugin: async () => {}, stopTaking: () => {} };

/**
 * Builds the server without listening: the database is open, migrated and tidied, and every route is there.
 * `app.close()` closes all of it.
 *
 * @throws `StartupError` when the data folder or the database cannot be used.
 */
export async function buildServer(config: Config, overrides: BuildOverrides = {}): Promise<FastifyInstance> {
  const clientAddress = new ClientAddress(config.trustedProxies);
  const metrics = new Metrics();
  const countRefusal = countRefusals(metrics);
  const answerError = errorAnswerer(countRefusal);
  const app = Fastify({
    logger: loggerOptions(config, overrides.logTo),
    genReqId: () => randomUUID(),
    serverFactory: (listener) => createHttpServer(config, listener),
    bodyLimit: config.limits.bodyBytes,
    ajv: validatorOptions,
    schemaController: schemaCompilers,
    // Addresses that the router cannot read never reach the error handler.
    frameworkErrors: answerError,
    routerOptions: { maxParamLength: LONGEST_PATH_PARAMETER },
    trustProxy: (address) => clientAddress.isTrusted(address),
    // While it stops, who is here is served until everything is closed.
    return503OnClosing: false,
  });
  try {
    app.setErrorHandler<FastifyError | Error>(answerError);
    return await assemble(app, config, overrides, { metrics, countRefusal, answerError });
  } catch (error) {
    await app.close();
    throw error;
  }
}

interface Measures extends Pick<ServerDeps, 'metrics' | 'countRefusal'> {
  answerError: AnswerError;
}

async function assemble(
  app: FastifyInstance,
  config: Config,
  overrides: BuildOverrides,
  measures: Measures,
): Promise<FastifyInstance> {
  const deps = await createDeps(app, config, overrides, measures);
  if (config.tls) {
    const stopFollowing = followCertificate(config.tls, app.server as unknown as TlsServer, app.log);
    app.addHook('onClose', async () => stopFollowing());
  }
  const authenticator = await openKeys(app, deps, config.databaseUrl === null && overrides.openDatabase === undefined);

  measureRequests(app, deps.metrics);
  await guardBrowsers(app, config);
  await limitRequests(app, authenticator, config.limits.requestsPerMinute);
  answerUnknown(app, measures.answerError, app.rateLimit());

  await collectOpenApi(app);

  const live = (await overrides.live?.(deps)) ?? noLivePart;
  drainBeforeClosing(app, deps, live);
  const changes = Changes.watch(app, deps);
  await app.register(operationsPlugin, deps);
  await app.register(docsPlugin);
  await app.register(jwksPlugin, deps);
  const identify: RestDeps['identify'] = ({ headers }) => authenticator.identify(headers.authorization);
  const restDeps = { ...deps, identify, liveRooms: live.rooms };
  await app.register((v2) => v2.register(restPlugin, restDeps), { prefix: '/v2' });
  if (config.console) await app.register(consolePlugin, { ...restDeps, authenticator, changes, prefix: '/console' });
  await app.register(live.plugin);
  return app;
}

async function createDeps(
  app: FastifyInstance,
  config: Config,
  overrides: BuildOverrides,
  { metrics, countRefusal }: Measures,
): Promise<ServerDeps> {
  const log = app.log;
  const now = overrides.now ?? systemClock;
  const open =
    overrides.openDatabase ?? (() => openDatabase(config, (err) => log.warn({ err }, 'database connection lost')));
  const database = await open();
  // Hooks run in reverse: registered first, the database closes after everything that uses it.
  app.addHook('onClose', () => database.close());

  const events = new RoomEvents(database.db, now);
  const jobs = new Jobs(database.jobs, log);
  app.addHook('onReady', () => jobs.start());
  app.addHook('onClose', () => jobs.stop());
  const serverId = overrides.serverId ?? claimFor(app, config.dataDir);
  const repositories = createRepositories(database.db, now, serverId, events);
  const webhooks = await openWebhooks(app, { config, log, now, repositories, events, metrics });
  const upkeep = new Upkeep(log);
  const life = { serverId, repositories, now };
  await giveSignsOfLife(life, upkeep);
  app.addHook('onClose', async () => {
    await upkeep.close();
    await endSignsOfLife(life).catch((err: unknown) => log.warn({ err }, 'The end of the server is not on record.'));
  });
  const maxKeyAgeMs = config.signingKeyDays === 0 ? undefined : config.signingKeyDays * DAY_MS;
  const signingKeys = await SigningKeys.open(repositories.signingKeys, now, maxKeyAgeMs);
  const downloadUrls = await DownloadUrls.open(repositories.secrets, { publicUrl: () => publicUrl(config, app), now });
  const storage = await openStorage(config, downloadUrls);
  const compositions = await Compositions.open({
    ...{ repositories, storage, events, jobs, log, settings: config.compositions },
    folder: join(config.dataDir, 'compositions'),
  });
  const readiness = new Readiness();
  readiness.add('database', () => database.ping());
  readiness.add('disk', () => checkDataFolder(config.dataDir));
  metrics.gauge('parlour_up', 'Whether the server runs.', () => 1);
  metrics.gauge('parlour_draining', 'Whether the server is about to stop.', () => Number(readiness.draining));
  metrics.addProcess();
  addJobGauges(metrics, jobs);
  return {
    config,
    log,
    now,
    repositories,
    events,
    jobs,
    webhooks,
    upkeep,
    signingKeys,
    tokens: await openTokens({ config, now, signingKeys, repositories, upkeep }),
    bans: await openBans({ config, now, signingKeys, repositories, upkeep }),
    storage,
    downloadUrls,
    compositions,
    metrics,
    countRefusal,
    readiness,
    publicUrl: () => publicUrl(config, app),
  };
}

function claimFor(app: FastifyInstance, dataDir: string): string {
  const { id, release } = claimServerId(dataDir);
  app.addHook('onClose', async () => release());
  return id;
}
