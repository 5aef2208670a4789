import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/openDatabase.ts';
import { createRepositories } from '../../src/db/repositories/index.ts';
import { StartupError } from '../../src/StartupError.ts';
import { type PostgresCluster, startPostgresCluster } from '../support/postgres.ts';
import { ROOM_VALUES } from '../support/roomValues.ts';
import { SERVER_ID } from '../support/TestServer.ts';

const ignore = () => {};
const KEPT = { ...ROOM_VALUES, uniqueName: 'kept' };

describe('the embedded database', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-embedded-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('makes the folder with its parents, keeps to one opener and keeps what was written', async () => {
    const settings = { databaseUrl: null, dataDir: join(folder, 'nested', 'data') };
    const first = await openDatabase(settings, ignore);
    const { id } = await createRepositories(first.db, () => new Date(), SERVER_ID).rooms.create(KEPT);
    await expect(openDatabase(settings, ignore)).rejects.toThrow('is in use by process');
    await first.close();
    await first.close();

    const second = await openDatabase(settings, ignore);
    expect(await createRepositories(second.db, () => new Date(), SERVER_ID).rooms.find(id)).toMatchObject({
      uniqueName: 'kept',
    });
    await second.close();
  });

  test('refuses a folder that is a file, with one line', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const opening = openDatabase({ databaseUrl: null, dataDir: file }, ignore);
    await expect(opening).rejects.toThrow(StartupError);
    await expect(opening).rejects.toThrow(/^The data folder .* cannot be used \(EEXIST\).*PARLOUR_DATA_DIR\.$/);
  });
});

describe('a PostgreSQL server', () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startPostgresCluster();
  });
  afterAll(() => cluster?.stop());

  test('is brought up to date by several servers that start at once', async () => {
    const databaseUrl = await cluster.createDatabase('fresh');
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ databaseUrl, dataDir: '/nowhere' }, ignore)),
    );
    for (const { ping } of opened) await ping();
    await Promise.all(opened.map(({ close }) => close()));
  });

  test('that is not there is named in one line, without the password', async () => {
    const databaseUrl = 'postgres://parlour:hunter2@127.0.0.1:1/rooms';
    const opening = openDatabase({ databaseUrl, dataDir: '/nowhere' }, ignore);
    await expect(opening).rejects.toThrow(StartupError);
    await expect(opening).rejects.toThrow(/^(?!.*hunter2)The database of DATABASE_URL cannot be used: .*ECONNREFUSED/);
  });
});
