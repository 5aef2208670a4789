import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { StartTestDatabase, TestDatabase } from './TestDatabase.ts';
import { TestServer, type TestServerOptions } from './TestServer.ts';

/** Gives each test of the suite a new server on an empty database; what is returned gets the server of the test. */
export function serverForEachTest(start: StartTestDatabase, options: TestServerOptions = {}): () => TestServer {
  let database: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    server = await TestServer.start(database, options);
  });
  afterEach(() => server.close());
  afterAll(() => database?.stop());
  return () => server;
}
