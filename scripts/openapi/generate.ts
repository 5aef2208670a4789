// Writes the types of the REST API into src/api, from the document that the server makes of its routes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildServer } from '../../server/src/buildServer.ts';
import { loadConfig } from '../../server/src/config.ts';
import { typesOf } from './typesOf.ts';

const file = path.resolve(import.meta.dirname, '../../src/api/client/openapi.ts');
const dataDir = mkdtempSync(path.join(tmpdir(), 'parlour-openapi-'));

try {
  const env = { PARLOUR_DATA_DIR: dataDir, PARLOUR_API_KEY: 'unused', PARLOUR_LOG_LEVEL: 'silent' };
  const server = await buildServer(loadConfig(env));
  await server.ready();
  writeFileSync(file, await typesOf(server.swagger()));
  await server.close();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
