import type { FastifyInstance } from 'fastify';
import { ApiKeyAuthenticator } from './apiKeys/ApiKeyAuthenticator.ts';
import { ControlSocket } from './commands/ControlSocket.ts';
import { controlSocketPath } from './commands/controlSocketPath.ts';
import { keyCommand } from './commands/keyCommand.ts';
import { refreshIntervalMs } from './refreshIntervalMs.ts';
import type { ServerDeps } from './ServerDeps.ts';

type Deps = Pick<ServerDeps, 'config' | 'log' | 'now' | 'repositories' | 'signingKeys' | 'upkeep'>;

/**
 * Takes the keys into force, and follows what changes them while the server runs.
 *
 * @param commanded whether the command line has to go through this server, since the database is the server's alone.
 */
export async function openKeys(app: FastifyInstance, deps: Deps, commanded: boolean): Promise<ApiKeyAuthenticator> {
  const { config, log, now, repositories, signingKeys, upkeep } = deps;
  const authenticator = await ApiKeyAuthenticator.open(repositories.apiKeys, config.apiKeys, now, (revoked) => {
    log.warn({ revoked }, 'Keys of PARLOUR_API_KEY are revoked and open nothing: take them out of the settings.');
  });
  const refresh = async () => {
    await authenticator.refresh();
    await signingKeys.refresh();
  };
  upkeep.every('keys', refreshIntervalMs(config), refresh);
  app.addHook('onClose', async () => {
    // Without its database the server ends in order all the same.
    await authenticator
      .refresh()
      .catch((err: unknown) => log.warn({ err }, 'The last uses of API keys are not on record.'));
  });
  if (commanded) {
    await takeCommands(app, deps, async (args) => {
      // Before, so that the list shows the uses of a moment ago; after, so that what changes is in force.
      await refresh();
      const said = await keyCommand(args)({ repositories, signingKeys });
      await refresh();
      return said;
    });
  }
  return authenticator;
}

/** Lets the command line reach a server that has its database to itself. */
async function takeCommands(
  app: FastifyInstance,
  { config, log }: Pick<Deps, 'config' | 'log'>,
  run: (args: string[]) => Promise<string>,
): Promise<void> {
  const path = controlSocketPath(config.dataDir);
  if (path === null) {
    log.warn(
      'The path of PARLOUR_DATA_DIR is too long for the command line to reach this server: choose a shorter one.',
    );
    return;
  }
  const socket = await ControlSocket.listen(path, run);
  app.addHook('onClose', () => socket.close());
}
