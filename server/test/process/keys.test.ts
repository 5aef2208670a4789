import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PostgresCluster, startPostgresCluster } from '../support/postgres.ts';
import { ServerProcess } from '../support/ServerProcess.ts';

const COMMAND = join(import.meta.dirname, '../../src/keys.ts');
const SETTINGS_KEY = 'key-of-the-settings';

let folder: string;
let cluster: PostgresCluster;
const started: ServerProcess[] = [];
beforeAll(async () => {
  cluster = await startPostgresCluster();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-keys-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.kill()));
  rmSync(folder, { recursive: true });
});
afterAll(() => cluster?.stop());

const settingsOf = (database: Record<string, string> = {}) => ({ PARLOUR_DATA_DIR: join(folder, 'data'), ...database });
const start = async (settings: Record<string, string>) => {
  const server = ServerProcess.start({ PARLOUR_API_KEY: SETTINGS_KEY, ...settings });
  started.push(server);
  return server.listening();
};

/** Types a command about keys. */
async function keys(settings: Record<string, string>, ...args: string[]) {
  const env = { PATH: process.env.PATH, ...settings };
  const child = spawn(process.execPath, [COMMAND, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

const statusOf = async (url: string, key: string) =>
  (await fetch(`${url}/v2/rooms`, { headers: { authorization: `Bearer ${key}` } })).status;
const madeKey = (stdout: string) => /^parlour_\S{32}$/m.exec(stdout)?.[0] ?? '';

describe('the command for keys', () => {
  test('works on the embedded database, whether a server has it or not, and takes effect at once', async () => {
    const settings = settingsOf();
    const first = madeKey((await keys(settings, 'create', 'first')).stdout);
    const url = await start(settings);
    expect(await statusOf(url, first)).toBe(200);
    expect(statSync(join(folder, 'data/control/server.sock')).mode & 0o777).toBe(0o600);
    const second = madeKey((await keys(settings, 'create', 'second')).stdout);
    expect(await statusOf(url, second)).toBe(200);
    const listed = (await keys(settings, 'list')).stdout;
    expect(listed).toMatch(/^[0-9a-f-]{36} {2}second .* \d{4}-\d\d-\d\d \d\d:\d\d {2}good$/m);
    expect(listed).toMatch(/^[0-9a-f-]{36} {2}\(settings\) .* good where PARLOUR_API_KEY holds it$/m);
    expect([listed.includes(first), listed.includes(second)]).toEqual([false, false]);
    expect((await keys(settings, 'revoke', 'second')).stdout).toMatch(/^The key second \(.*\) is revoked\.\n$/);
    expect([await statusOf(url, first), await statusOf(url, second)]).toEqual([200, 401]);
    expect(await keys(settings, 'revoke', 'third')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no key "third": `keys list` shows those there are.\n',
    });
  });

  test('changes the keys of all servers on a Postgres within seconds', async () => {
    const settings = settingsOf({ DATABASE_URL: await cluster.createDatabase('keys') });
    const url = await start(settings);
    const key = madeKey((await keys(settings, 'create', 'billing')).stdout);
    await expect.poll(() => statusOf(url, key), { timeout: 10_000 }).toBe(200);
    await keys(settings, 'revoke', 'billing');
    await expect.poll(() => statusOf(url, key), { timeout: 10_000 }).toBe(401);
  });

  test.each([
    [[], /^Usage:/],
    [['create'], /^Usage:/],
    [['destroy', 'all'], /^Usage:/],
    [['create', 'two\nlines'], /^A name has 1 to 100 letters/],
    [['revoke', 'one', 'two'], /^Usage:/],
  ])('refuses %j in words and with exit code 2', async (args, words) => {
    const { code, stdout, stderr } = await keys(settingsOf(), ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });

  test('says what is wrong with the settings', async () => {
    const { code, stderr } = await keys({ ...settingsOf(), PARLOUR_PORT: 'seventy' }, 'list');
    expect([code, stderr]).toEqual([2, 'PARLOUR_PORT is "seventy": it must be a whole number from 0 to 65535.\n']);
  });
});
