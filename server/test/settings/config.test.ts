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
      announcedAddress: null,
      rtcPort: 0,
      iceServers: [],
      logLevel: 'info',
      allowedOrigins: null,
      maxParticipantsLimit: 1000,
      sessionGraceSecs: 30,
      messageHistory: 100,
      workers: availableParallelism(),
      roomParticipantsPerWorker: 100,
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
    PARLOUR_ANNOUNCED_ADDRESS: ['203.0.113.7', { announcedAddress: '203.0.113.7' }],
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
    ['PARLOUR_WORKERS', '0'],
    ['PARLOUR_ROOM_PARTICIPANTS_PER_WORKER', '0'],
  ])('refuses %s=%s with one line that names it', (name, text) => {
    const load = () => loadConfig({ [name]: text });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^${name} .*\\.$`));
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
