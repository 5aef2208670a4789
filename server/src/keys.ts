#!/usr/bin/env node
import { askServer } from './commands/askServer.ts';
import { CommandError } from './commands/CommandError.ts';
import { controlSocketPath } from './commands/controlSocketPath.ts';
import { keyCommand } from './commands/keyCommand.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { StartupError } from './StartupError.ts';

// The command line for keys. It needs the settings of the server, and that this user may read its data folder.
try {
  const config = loadConfig(process.env);
  const args = process.argv.slice(2);
  const command = keyCommand(args);
  console.log((await askRunningServer(config, args)) ?? (await runHere(config, command)));
} catch (error) {
  const expected = error instanceof CommandError || error instanceof ConfigError || error instanceof StartupError;
  console.error(expected ? error.message : error);
  process.exit(error instanceof CommandError || error instanceof ConfigError ? 2 : 1);
}

/** The embedded database is the server's alone while it runs. */
async function askRunningServer({ databaseUrl, dataDir }: Config, args: readonly string[]): Promise<string | null> {
  const path = databaseUrl === null ? controlSocketPath(dataDir) : null;
  return path === null ? null : askServer(path, args);
}

/** Servers on a Postgres see within seconds what has changed. */
async function runHere(config: Config, command: ReturnType<typeof keyCommand>): Promise<string> {
  // A second that commands to a running server are spared.
  const { withKeys } = await import('./commands/withKeys.ts');
  return withKeys(config, command);
}
