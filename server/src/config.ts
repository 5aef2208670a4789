import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type CompositionSettings, readCompositionSettings } from './compositions/CompositionSettings.ts';
import { ConfigError } from './settings/ConfigError.ts';
import { type IceServer, readIceServers } from './settings/readIceServers.ts';
import { type LimitSettings, readLimits } from './settings/readLimits.ts';
import {
  type AddressRange,
  readAnnouncedAddresses,
  readTls,
  readTrustedProxies,
  type TlsSettings,
} from './settings/readNetwork.ts';
import { type Environment, readChoice, readInteger, readList, readText, readUrl } from './settings/readSetting.ts';
import { readWebhookSettings, type WebhookSettings } from './settings/readWebhookSettings.ts';
import { readS3Settings, type S3Settings } from './storage/S3Settings.ts';

export { ConfigError } from './settings/ConfigError.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LARGEST_PORT = 65_535;

/** What the server is told by its environment. Made once by {@link loadConfig}; nothing else reads the environment. */
export interface Config {
  /** TCP port of HTTP and signalling; 0 takes any free one. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** The keys that open the REST API. Empty: one is made at start. */
  readonly apiKeys: readonly string[];
  /** Absolute path of the folder that holds what the server keeps. */
  readonly dataDir: string;
  /** A Postgres server; `null` keeps the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** The URL that clients reach this server by, without a trailing slash; `null` derives it from host and port. */
  readonly publicUrl: string | null;
  /** IP addresses or a host name that go into ICE candidates; none means the address listened on. */
  readonly announcedAddresses: readonly string[];
  /** The first UDP and TCP port of media: worker `i` listens on `rtcPort + i`; 0 takes any free ones. */
  readonly rtcPort: number;
  /** STUN and TURN servers that clients are given. */
  readonly iceServers: readonly IceServer[];
  /** The least severe level that is logged. */
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Origins of pages that may use this server from a browser; `null` allows any. */
  readonly allowedOrigins: readonly string[] | null;
  /** The largest `max_participants` that a room may be given. */
  readonly maxParticipantsLimit: number;
  /** Seconds that a session outlives its last participant. */
  readonly sessionGraceSecs: number;
  /** How many messages of a room those get who come later; 0: none. */
  readonly messageHistory: number;
  /** Days after which another key signs client tokens; 0: only when it is told to. */
  readonly signingKeyDays: number;
  /** The bucket that recordings are kept in; `null` keeps them in the data folder. */
  readonly s3: S3Settings | null;
  /** How many mediasoup workers to run. */
  readonly workers: number;
  /** How events are delivered to webhooks. */
  readonly webhooks: WebhookSettings;
  /** How many people of one room share a worker before the room takes another one. */
  readonly roomParticipantsPerWorker: number;
  /** What opens `/metrics`; `null`: it is open. */
  readonly metricsToken: string | null;
  /** The files of the certificate; `null`: no TLS. */
  readonly tls: TlsSettings | null;
  /** Proxies whose word about the client's address counts. */
  readonly trustedProxies: readonly AddressRange[];
  /** What clients may cost the server. */
  readonly limits: LimitSettings;
  /** How long a server that stops is there for those who are in rooms, while it says that it is not ready, in ms. */
  readonly drainDelayMs: number;
  readonly compositions: CompositionSettings;
  /** Whether there is a console at `/console`. */
  readonly console: boolean;
  /** How long one stays signed in to it. */
  readonly consoleSessionSecs: number;
}

/**
 * Reads the settings.
 *
 * @throws {@link ConfigError} with one line about the first setting that cannot be used.
 */
export function loadConfig(env: Environment): Config {
  const rtcPort = readInteger(env, 'PARLOUR_RTC_PORT', { min: 0, max: LARGEST_PORT, fallback: 0 });
  const workers = readInteger(env, 'PARLOUR_WORKERS', { min: 1, max: 256, fallback: availableParallelism() });
  if (rtcPort > 0 && rtcPort + workers - 1 > LARGEST_PORT) {
    throw new ConfigError(`PARLOUR_RTC_PORT is ${rtcPort}: ${workers} workers would need ports above ${LARGEST_PORT}.`);
  }
  return {
    port: readInteger(env, 'PARLOUR_PORT', { min: 0, max: LARGEST_PORT, fallback: 7070 }),
    host: readText(env, 'PARLOUR_HOST') ?? '127.0.0.1',
    apiKeys: readApiKeys(env),
    dataDir: resolve(readText(env, 'PARLOUR_DATA_DIR') ?? 'data'),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:'])?.href ?? null,
    publicUrl: readUrl(env, 'PARLOUR_PUBLIC_URL', ['http:', 'https:'])?.href.replace(/\/+$/, '') ?? null,
    announcedAddresses: readAnnouncedAddresses(env),
    rtcPort,
    iceServers: readIceServers(env, 'PARLOUR_ICE_SERVERS'),
    logLevel: readChoice(env, 'PARLOUR_LOG_LEVEL', LOG_LEVELS, 'info'),
    allowedOrigins: readAllowedOrigins(env),
    maxParticipantsLimit: readInteger(env, 'PARLOUR_MAX_PARTICIPANTS_LIMIT', { min: 2, max: 100_000, fallback: 1000 }),
    sessionGraceSecs: readInteger(env, 'PARLOUR_SESSION_GRACE_SECS', { min: 0, max: 86_400, fallback: 30 }),
    messageHistory: readInteger(env, 'PARLOUR_MESSAGE_HISTORY', { min: 0, max: 1000, fallback: 100 }),
    signingKeyDays: readInteger(env, 'PARLOUR_SIGNING_KEY_DAYS', { min: 0, max: 3650, fallback: 90 }),
    s3: readS3Settings(env),
    workers,
    webhooks: readWebhookSettings(env),
    roomParticipantsPerWorker: readInteger(env, 'PARLOUR_ROOM_PARTICIPANTS_PER_WORKER', {
      min: 1,
      max: 100_000,
      fallback: 100,
    }),
    metricsToken: readText(env, 'PARLOUR_METRICS_TOKEN') ?? null,
    tls: readTls(env),
    trustedProxies: readTrustedProxies(env),
    limits: readLimits(env),
    drainDelayMs: 1000 * readInteger(env, 'PARLOUR_DRAIN_DELAY_SECS', { min: 0, max: 20, fallback: 0 }),
    compositions: readCompositionSettings(env),
    console: readChoice(env, 'PARLOUR_CONSOLE', ['on', 'off'], 'on') === 'on',
    consoleSessionSecs: readInteger(env, 'PARLOUR_CONSOLE_SESSION_SECS', { min: 5, max: 604_800, fallback: 43_200 }),
  };
}

function readApiKeys(env: Environment): string[] {
  const keys = readList(env, 'PARLOUR_API_KEY');
  if (keys.some((key) => !/^[\x21-\x7e]+$/.test(key))) {
    throw new ConfigError(
      'PARLOUR_API_KEY holds a key that an HTTP header cannot carry: use letters, digits, - and _.',
    );
  }
  return keys;
}

function readAllowedOrigins(env: Environment): string[] | null {
  const origins = readList(env, 'PARLOUR_ALLOWED_ORIGINS');
  if (origins.length === 0 || origins.includes('*')) return null;
  for (const origin of origins) {
    if (URL.parse(origin)?.origin !== origin) {
      throw new ConfigError(`PARLOUR_ALLOWED_ORIGINS holds "${origin}": an origin looks like https://app.example.org.`);
    }
  }
  return origins;
}
