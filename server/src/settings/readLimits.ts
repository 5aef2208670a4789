import { type Environment, readInteger } from './readSetting.ts';

/** What one client, one key, one address, or all together may cost the server. More is refused, and told so. */
export interface LimitSettings {
  /** Rooms that one API key may have at a time; 0: any number. */
  readonly roomsPerKey: number;
  /** HTTP requests in a minute, of each API key, or of each address where there is none. */
  readonly requestsPerMinute: number;
  /** Joins in a second, of all together; twice as many at once. */
  readonly joinsPerSec: number;
  /** Requests in a second over one connection to a room; three times as many at once. */
  readonly messagesPerSec: number;
  /** Open sockets of one address. */
  readonly socketsPerAddress: number;
  /** People who wait in lobbies, all together. */
  readonly lobbies: number;
  /** The largest body of a REST request, in bytes. */
  readonly bodyBytes: number;
  /** How long a request may take to arrive, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** How long a connection may be idle between requests, in milliseconds. */
  readonly idleTimeoutMs: number;
}

/** @throws ConfigError */
export function readLimits(env: Environment): LimitSettings {
  const read = (name: string, min: number, max: number, fallback: number) =>
    readInteger(env, name, { min, max, fallback });
  return {
    roomsPerKey: read('PARLOUR_ROOMS_PER_KEY', 0, 100_000_000, 100_000),
    requestsPerMinute: read('PARLOUR_REQUESTS_PER_MINUTE', 1, 10_000_000, 6000),
    joinsPerSec: read('PARLOUR_JOINS_PER_SEC', 1, 100_000, 500),
    messagesPerSec: read('PARLOUR_MESSAGES_PER_SEC', 1, 10_000, 100),
    socketsPerAddress: read('PARLOUR_SOCKETS_PER_ADDRESS', 1, 1_000_000, 2000),
    lobbies: read('PARLOUR_LOBBIES', 0, 1_000_000, 1000),
    bodyBytes: read('PARLOUR_BODY_BYTES', 1024, 16_777_216, 262_144),
    requestTimeoutMs: 1000 * read('PARLOUR_REQUEST_TIMEOUT_SECS', 1, 3600, 30),
    idleTimeoutMs: 1000 * read('PARLOUR_IDLE_TIMEOUT_SECS', 1, 3600, 75),
  };
}
