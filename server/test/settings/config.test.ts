import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config.ts';

describe('loadConfig', () => {
  test('has a default for everything', () => {
    expect(loadConfig({})).toEqual({
      port: 7070,
      host: '127.0.0.1',
      apiKeys: [],
      dataDir: resolve('data'),
      databaseUrl: null,
      publicUrl: null,
      announcedAddresses: [],
      rtcPort: 0,
      iceServers: [],
      logLevel: 'info',
      allowedOrigins: null,
      maxParticipantsLimit: 1000,
      sessionGraceSecs: 30,
      signingKeyDays: 90,
      compositions: {
        concurrency: 1,
        threads: Math.max(1, Math.floor(availableParallelism() / 2)),
        largest: { width: 1280, height: 720 },
      },
      messageHistory: 100,
      webhooks: expect.any(Object),
      s3: null,
      workers: availableParallelism(),
      roomParticipantsPerWorker: 100,
      metricsToken: null,
      tls: null,
      trustedProxies: ['127.0.0.0/8', '::1/128'],
      limits: {
        roomsPerKey: 100_000,
        requestsPerMinute: 6000,
        joinsPerSec: 500,
        messagesPerSec: 100,
        socketsPerAddress: 2000,
        lobbies: 1000,
        bodyBytes: 262_144,
        requestTimeoutMs: 30_000,
        idleTimeoutMs: 75_000,
      },
      drainDelayMs: 0,
      console: true,
      consoleSessionSecs: 43_200,
    });
  });

  test('takes a blank setting for an absent one', () => {
    const blank = Object.fromEntries(Object.keys(VALID).map((name) => [name, '  ']));
    expect(loadConfig(blank)).toEqual(loadConfig({}));
  });

  const VALID: Record<string, [text: string, expected: object]> = {
    PARLOUR_PORT: ['0', { port: 0 }],
    PARLOUR_HOST: ['0.0.0.0', { host: '0.0.0.0' }],
    PARLOUR_API_KEY: [' first, second ,', { apiKeys: ['first', 'second'] }],
    PARLOUR_DATA_DIR: ['/var/lib/parlour', { dataDir: '/var/lib/parlour' }],
    DATABASE_URL: ['postgres://u:p@db:5432/rooms', { databaseUrl: 'postgres://u:p@db:5432/rooms' }],
    PARLOUR_PUBLIC_URL: ['https://rooms.example.org/', { publicUrl: 'https://rooms.example.org' }],
    PARLOUR_ANNOUNCED_ADDRESS: ['203.0.113.7, 2001:db8::7', { announcedAddresses: ['203.0.113.7', '2001:db8::7'] }],
    PARLOUR_RTC_PORT: ['40000', { rtcPort: 40_000 }],
    PARLOUR_ICE_SERVERS: [
      '[{"urls":["turn:t.example.org"],"username":"u","credential":"c"}]',
      { iceServers: [{ urls: ['turn:t.example.org'], username: 'u', credential: 'c' }] },
    ],
    PARLOUR_LOG_LEVEL: ['debug', { logLevel: 'debug' }],
    PARLOUR_ALLOWED_ORIGINS: [
      'https://a.example.org, http://localhost:5173',
      { allowedOrigins: ['https://a.example.org', 'http://localhost:5173'] },
    ],
    PARLOUR_MAX_PARTICIPANTS_LIMIT: ['50', { maxParticipantsLimit: 50 }],
    PARLOUR_SESSION_GRACE_SECS: ['0', { sessionGraceSecs: 0 }],
    PARLOUR_WORKERS: ['3', { workers: 3 }],
    PARLOUR_ROOM_PARTICIPANTS_PER_WORKER: ['1', { roomParticipantsPerWorker: 1 }],
    PARLOUR_TRUSTED_PROXIES: [
      'loopback, 10.1.2.3, 2001:db8::/32',
      { trustedProxies: ['127.0.0.0/8', '::1/128', '10.1.2.3/32', '2001:db8::/32'] },
    ],
    PARLOUR_METRICS_TOKEN: ['token-of-metrics', { metricsToken: 'token-of-metrics' }],
    PARLOUR_DRAIN_DELAY_SECS: ['5', { drainDelayMs: 5000 }],
    PARLOUR_CONSOLE: ['off', { console: false }],
    PARLOUR_CONSOLE_SESSION_SECS: ['3600', { consoleSessionSecs: 3600 }],
    ...Object.fromEntries(
      Object.entries({
        PARLOUR_ROOMS_PER_KEY: { roomsPerKey: 7 },
        PARLOUR_REQUESTS_PER_MINUTE: { requestsPerMinute: 7 },
        PARLOUR_JOINS_PER_SEC: { joinsPerSec: 7 },
        PARLOUR_MESSAGES_PER_SEC: { messagesPerSec: 7 },
        PARLOUR_SOCKETS_PER_ADDRESS: { socketsPerAddress: 7 },
        PARLOUR_LOBBIES: { lobbies: 7 },
        PARLOUR_REQUEST_TIMEOUT_SECS: { requestTimeoutMs: 7000 },
        PARLOUR_IDLE_TIMEOUT_SECS: { idleTimeoutMs: 7000 },
      }).map(([name, limit]) => [name, ['7', { limits: { ...loadConfig({}).limits, ...limit } }]]),
    ),
    PARLOUR_BODY_BYTES: ['1024', { limits: { ...loadConfig({}).limits, bodyBytes: 1024 } }],
  };

  test.each(Object.entries(VALID))('reads %s', (name, [text, expected]) => {
    expect(loadConfig({ [name]: text })).toEqual({ ...loadConfig({}), ...expected });
  });

  test.each([
    ['PARLOUR_PORT', '65536'],
    ['PARLOUR_PORT', '-1'],
    ['PARLOUR_PORT', '80a'],
    ['PARLOUR_PORT', '1e3'],
    ['PARLOUR_API_KEY', 'good,not good'],
    ['PARLOUR_API_KEY', 'clé'],
    ['DATABASE_URL', 'mysql://db/rooms'],
    ['DATABASE_URL', 'rooms'],
    ['PARLOUR_PUBLIC_URL', 'rooms.example.org'],
    ['PARLOUR_PUBLIC_URL', 'ws://rooms.example.org'],
    ['PARLOUR_ANNOUNCED_ADDRESS', 'http://203.0.113.7'],
    ['PARLOUR_ANNOUNCED_ADDRESS', '203.0.113.7,203.0.113.8'],
    ['PARLOUR_ANNOUNCED_ADDRESS', 'media.example.org,203.0.113.8'],
    ['PARLOUR_TRUSTED_PROXIES', 'proxy.example.org'],
    ['PARLOUR_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['PARLOUR_JOINS_PER_SEC', '0'],
    ['PARLOUR_BODY_BYTES', '100'],
    ['PARLOUR_DRAIN_DELAY_SECS', '25'],
    ['PARLOUR_CONSOLE', 'maybe'],
    ['PARLOUR_RTC_PORT', '70000'],
    ['PARLOUR_ICE_SERVERS', 'stun:stun.example.org'],
    ['PARLOUR_ICE_SERVERS', '{"urls":"stun:stun.example.org"}'],
    ['PARLOUR_ICE_SERVERS', '[{"urls":"https://example.org"}]'],
    ['PARLOUR_ICE_SERVERS', '[{"urls":[]}]'],
    ['PARLOUR_ICE_SERVERS', '[{"urls":"turn:t.example.org","username":5}]'],
    ['PARLOUR_LOG_LEVEL', 'loud'],
    ['PARLOUR_ALLOWED_ORIGINS', 'https://a.example.org/app'],
    ['PARLOUR_ALLOWED_ORIGINS', 'example.org'],
    ['PARLOUR_MAX_PARTICIPANTS_LIMIT', '1'],
    ['PARLOUR_SESSION_GRACE_SECS', '0.5'],
    ['PARLOUR_CONSOLE_SESSION_SECS', '4'],
    ['PARLOUR_WORKERS', '0'],
    ['PARLOUR_ROOM_PARTICIPANTS_PER_WORKER', '0'],
  ])('refuses %s=%s with one line that names it', (name, text) => {
    const load = () => loadConfig({ [name]: text });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^${name} .*\\.$`));
  });

  test('takes a certificate with its key, and neither alone', () => {
    const both = { PARLOUR_TLS_CERT: '/etc/tls/cert.pem', PARLOUR_TLS_KEY: '/etc/tls/key.pem' };
    expect(loadConfig(both).tls).toEqual({ cert: '/etc/tls/cert.pem', key: '/etc/tls/key.pem' });
    expect(() => loadConfig({ PARLOUR_TLS_CERT: 'x' })).toThrow(/^PARLOUR_TLS_KEY is missing/);
    expect(() => loadConfig({ PARLOUR_TLS_KEY: 'x' })).toThrow(/^PARLOUR_TLS_CERT is missing/);
  });

  test('refuses media ports that do not fit above the first', () => {
    expect(() => loadConfig({ PARLOUR_RTC_PORT: '65535', PARLOUR_WORKERS: '2' })).toThrow(/^PARLOUR_RTC_PORT is 65535/);
    expect(loadConfig({ PARLOUR_RTC_PORT: '65535', PARLOUR_WORKERS: '1' }).rtcPort).toBe(65_535);
  });

  test('repeats no secret', () => {
    const secrets = { DATABASE_URL: 'mysql://u:hunter2@db/x', PARLOUR_ICE_SERVERS: '[{"credential":"hunter2"}]' };
    for (const [name, text] of Object.entries(secrets)) {
      expect(() => loadConfig({ [name]: text })).toThrow(/^(?!.*hunter2)/);
    }
  });
});
