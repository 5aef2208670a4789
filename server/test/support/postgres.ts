import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { openPostgres } from '../../src/db/openPostgres.ts';
import { type TestDatabase, toTestDatabase } from './TestDatabase.ts';

const run = promisify(execFile);

/** A PostgreSQL server that lives as long as a test file. */
export interface PostgresCluster {
  /** Makes an empty database and gives the URL for it. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on a free port of 127.0.0.1, with its files in a temporary folder. */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const bin = findBinaries();
  const user = await unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'parlour-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  // initdb and postgres refuse to run as root.
  const as = (command: string, args: string[]): [string, string[]] =>
    user
      ? ['setpriv', [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', command, ...args]]
      : [command, args];
  await run(...as(join(bin, 'initdb'), ['-D', data, '-U', 'parlour', '-A', 'trust', '-E', 'UTF8', '--no-sync']), {
    cwd: folder,
  });
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, fsync: 'off' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(...as(join(bin, 'postgres'), ['-D', data, ...options]), {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  const url = (name: string) => `postgres://parlour@127.0.0.1:${port}/${name}`;
  return {
    createDatabase: async (name) => {
      await run(join(bin, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'parlour', name]);
      return url(name);
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // SIGINT is PostgreSQL's "fast shutdown".
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database on a PostgreSQL server of its own. */
export async function startPostgresDatabase(): Promise<TestDatabase> {
  const cluster = await startPostgresCluster();
  const open = await openPostgres(await cluster.createDatabase('parlour'), () => {});
  return toTestDatabase(open, () => cluster.stop());
}

function findBinaries(): string {
  const newestFirst = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const folders = [...newestFirst, ...(process.env.PATH ?? '').split(delimiter)];
  const found = folders.find((folder) =>
    ['initdb', 'postgres', 'createdb'].every((name) => existsSync(join(folder, name))),
  );
  if (found === undefined) {
    throw new Error(
      'The tests need the programs of a PostgreSQL server, which are missing: `npm run setup` installs them.',
    );
  }
  return found;
}

/** As root: the user to run as. Debian's package makes "postgres"; "nobody" is everywhere. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const entry = await run('getent', ['passwd', name]).then(
      ({ stdout }) => stdout.split(':'),
      () => null,
    );
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Resolves with the line that PostgreSQL logs when it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('database system is ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}
