import { type Config, loadConfig } from '../../src/config.ts';

export const API_KEY = 'key-of-the-tests';

/** Settings of a quiet server on any free port. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  const env = { PARLOUR_API_KEY: API_KEY, PARLOUR_PORT: '0', PARLOUR_LOG_LEVEL: 'silent', PARLOUR_WORKERS: '1' };
  return { ...loadConfig(env), publicUrl: 'https://rooms.example.org', ...overrides };
}
