import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { prepareDataFolder } from '../db/prepareDataFolder.ts';
import { newApiKey } from './newApiKey.ts';

/** Name of the file in the data folder that keeps a key that the server made. */
const API_KEY_FILE = 'api-key';

/**
 * Settings that hold at least one API key. Without one in the settings, the key in the data folder is taken; without
 * that, one is made, kept there for this user alone, and announced this once.
 */
export function ensureApiKey(config: Config, announce: (line: string) => void): Config {
  if (config.apiKeys.length > 0) return config;
  prepareDataFolder(config.dataDir);
  const file = join(config.dataDir, API_KEY_FILE);
  const key = newApiKey();
  try {
    // "wx" fails if the file is there: of two servers that start at once one makes the key, and both use it.
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { ...config, apiKeys: [readFileSync(file, 'utf8').trim()] };
  }
  announce(`PARLOUR_API_KEY is not set: made the API key ${key} and kept it in ${file}.`);
  return { ...config, apiKeys: [key] };
}
