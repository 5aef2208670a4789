import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { MIGRATIONS_FOLDER } from '../../src/db/Database.ts';
import { migratePGlite } from '../../src/db/openEmbeddedDatabase.ts';
import { type TestDatabase, toTestDatabase } from './TestDatabase.ts';

/** The embedded database in memory, from a template that is made once: loading it takes a second, making it several. */
export async function startMemoryDatabase(): Promise<TestDatabase> {
  const pglite = await PGlite.create({ loadDataDir: new Blob([new Uint8Array(await templateDump())]) });
  return toTestDatabase(await migratePGlite(pglite));
}

async function templateDump(): Promise<Buffer> {
  const file = join(tmpdir(), `parlour-test-database-${process.getuid?.() ?? 0}`, `${templateVersion()}.tar`);
  if (!existsSync(file)) await makeTemplate(file);
  return readFileSync(file);
}

/** Another version of PGlite or other migrations make another template. */
function templateVersion(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  for (const migration of globSync(join(MIGRATIONS_FOLDER, '*.sql')).sort()) hash.update(readFileSync(migration));
  return hash.digest('hex').slice(0, 16);
}

async function makeTemplate(file: string): Promise<void> {
  const pglite = await PGlite.create();
  await migratePGlite(pglite);
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  // Renamed into place: test files that run side by side never read half a template.
  const part = `${file}.${randomUUID()}`;
  writeFileSync(part, Buffer.from(await dump.arrayBuffer()));
  renameSync(part, file);
}
