import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobQueue } from '../../src/jobs/JobQueue.ts';
import { DATABASES } from '../support/databases.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { TestServer } from '../support/TestServer.ts';

describe.each(DATABASES)('the depth of queues on %s', (_name, start) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await start();
  });
  afterAll(() => database?.stop());

  it('is what the database knows of', async () => {
    let queue: JobQueue<object> | undefined;
    const server = await TestServer.start(database, {
      live: (deps) => {
        queue = deps.jobs.define({ name: 'gauged' }, { run: async () => undefined });
        return null as never;
      },
    });
    await server.app.ready();
    const tomorrow = new Date(Date.now() + 86_400_000);
    for (let count = 0; count < 3; count += 1) await queue?.send({}, { startAfter: tomorrow });
    const { body } = await server.send({ method: 'GET', url: '/metrics' });
    expect(body).toContain('\nparlour_jobs{queue="gauged",state="waiting"} 3\n');
    await server.close();
  });
});
