import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JobAttempt, JobHandler, JobQueue, JobQueueOptions } from '../../src/jobs/JobQueue.ts';
import { Jobs } from '../../src/jobs/Jobs.ts';
import { DATABASES } from '../support/databases.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const OPTIONS: JobQueueOptions = { name: 'work', attempts: 2, retryDelaySecs: 0 };

interface Work {
  name: string;
}

describe.each(DATABASES)('Jobs on %s', (_name, start) => {
  let database: TestDatabase;
  const started: Jobs[] = [];
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(() => database.reset());
  afterEach(() => Promise.all(started.splice(0).map((jobs) => jobs.stop())));
  afterAll(() => database?.stop());

  async function open(handler: JobHandler<Work>, options = OPTIONS): Promise<{ jobs: Jobs; queue: JobQueue<Work> }> {
    const jobs = new Jobs(database.database.jobs, log, 0.5);
    const queue = jobs.define<Work>(options, handler);
    await jobs.start();
    started.push(jobs);
    return { jobs, queue };
  }

  test('runs what was sent, with its data, soon', async () => {
    const run = vi.fn(async (_data: Work, _attempt: JobAttempt) => {});
    const { queue } = await open({ run });
    const id = await queue.send({ name: 'ada' });
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
    expect(run.mock.calls[0]?.[0]).toEqual({ name: 'ada' });
    expect(run.mock.calls[0]?.[1]).toMatchObject({ id, attempt: 1, last: false });
  });

  test('belongs to the transaction that it is sent in', async () => {
    const names: string[] = [];
    const { queue } = await open({ run: async ({ name }) => void names.push(name) });
    const { db } = database.database;
    const undone = db.transaction(async (tx) => {
      await queue.send({ name: 'undone' }, { tx });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await db.transaction(async (tx) => void (await queue.send({ name: 'kept' }, { tx })));
    await vi.waitFor(() => expect(names).toEqual(['kept']));
  });

  test('tries again, and says when nobody will', async () => {
    const attempts: number[] = [];
    const abandoned = vi.fn(async (_data: Work, _error: unknown) => {});
    const failure = new Error('no');
    const { queue } = await open({
      run: async (_data, { attempt, last }) => {
        attempts.push(attempt);
        expect(last).toBe(attempt === 2);
        throw failure;
      },
      abandoned,
    });
    await queue.send({ name: 'ada' });
    await vi.waitFor(() => expect(abandoned).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    expect(abandoned.mock.calls[0]).toEqual([{ name: 'ada' }, failure]);
    expect(attempts).toEqual([1, 2]);
  });

  test('takes up after a restart what closing cut short, without counting it as an attempt', async () => {
    const began = Promise.withResolvers<void>();
    const first = await open({
      run: (_data, { signal }) => {
        began.resolve();
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    });
    await first.queue.send({ name: 'ada' });
    await began.promise;
    await first.jobs.stop();
    const run = vi.fn(async (_data: Work, _attempt: JobAttempt) => {});
    await open({ run });
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    expect(run.mock.calls[0]?.[1]).toMatchObject({ last: false });
  });

  test('takes up what a server was at when it died, and gives up what it died of again and again', async () => {
    const once = { ...OPTIONS, name: 'fatal', attempts: 1 };
    const { db, jobs: connection } = database.database;
    const earlier = new Jobs(connection, log);
    const queues = [OPTIONS, once].map((options) => earlier.define<Work>(options, { run: async () => {} }));
    await earlier.start();
    const startAfter = new Date(Date.now() + 3_600_000);
    for (const queue of queues) await queue.send({ name: 'ada' }, { startAfter });
    await earlier.stop();
    // What a server leaves that dies in the middle of it.
    await db.execute("update pgboss.job set state = 'active', started_on = now(), start_after = now()");

    const run = vi.fn(async (_data: Work, _attempt: JobAttempt) => {});
    const abandoned = vi.fn(async (_data: Work, _error: unknown) => {});
    await open({ run });
    await open({ run: () => Promise.reject(new Error('is not tried')), abandoned }, once);
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
    expect(run.mock.calls[0]?.[1]).toMatchObject({ attempt: 2, last: true });
    await vi.waitFor(() => expect(abandoned).toHaveBeenCalledTimes(1));
    expect(String(abandoned.mock.calls[0]?.[1])).toContain('died');
  });

  test('wants queues with names of their own, before it starts', async () => {
    const { jobs } = await open({ run: async () => {} });
    expect(() => jobs.define({ name: 'late' }, { run: async () => {} })).toThrow('too late');
    const another = new Jobs(database.database.jobs, log);
    another.define({ name: 'twice' }, { run: async () => {} });
    expect(() => another.define({ name: 'twice' }, { run: async () => {} })).toThrow('defined already');
  });
});
