import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { typesOf } from '../../../scripts/openapi/typesOf.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import { TestServer } from '../support/TestServer.ts';

test('the types of the client are those of the document: "node scripts/openapi/generate.ts" writes them', async () => {
  const database = await startMemoryDatabase();
  const server = await TestServer.start(database);
  const file = new URL('../../../src/api/client/openapi.ts', import.meta.url);
  try {
    await server.app.ready();
    expect(await typesOf(server.app.swagger())).toBe(readFileSync(file, 'utf8'));
  } finally {
    await server.close();
    await database.stop();
  }
});
