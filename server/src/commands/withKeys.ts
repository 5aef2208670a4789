import { systemClock } from '../Clock.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { ApiKeysRepository } from '../db/repositories/ApiKeysRepository.ts';
import { SigningKeysRepository } from '../db/repositories/SigningKeysRepository.ts';
import { SigningKeys } from '../tokens/SigningKeys.ts';
import type { keyCommand } from './keyCommand.ts';

/** Carries a command out on the database that the settings name. */
export async function withKeys(config: Config, command: ReturnType<typeof keyCommand>): Promise<string> {
  const database = await openDatabase(config, () => {});
  try {
    const apiKeys = new ApiKeysRepository(database.db, systemClock);
    const signingKeys = await SigningKeys.open(new SigningKeysRepository(database.db, systemClock), systemClock);
    return await command({ repositories: { apiKeys }, signingKeys });
  } finally {
    await database.close();
  }
}
