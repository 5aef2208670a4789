import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../src/config.ts';

export const API_KEY = 'key-of-the-tests';

/** What a server of the tests keeps in files it keeps here, where nothing else is. */
const DATA_DIR = join(tmpdir(), 'parlour-test-data');

/** Settings of a quiet server on any free port. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  const env = { PARLOUR_API_KEY: API_KEY, PARLOUR_PORT: '0', PARLOUR_LOG_LEVEL: 'silent', PARLOUR_WORKERS: '1' };
  return { ...loadConfig(env), publicUrl: 'https://rooms.example.org', dataDir: DATA_DIR, ...overrides };
}
