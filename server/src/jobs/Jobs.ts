import { sql } from 'drizzle-orm';
import { type DrizzleTransactionLike, fromDrizzle, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobsDatabase } from '../db/Database.ts';
import type { Log } from '../rooms/Log.ts';
import type { JobHandler, JobQueue, JobQueueOptions, SendOptions } from './JobQueue.ts';

/** How soon a job is found whose time has come. One that is to start at once is notified, and need not be found. */
const POLLING_SECS = 2;
/** How long closing waits for handlers that were told to stop. */
const STOP_TIMEOUT_MS = 10_000;
const DELETE_FINISHED_AFTER_SECS = 86_400;

/** Jobs of a queue that wait for their time, run, or were given up in the last day. */
export interface JobDepth {
  queue: string;
  state: 'waiting' | 'running' | 'failed';
  count: number;
}

const DEPTHS = `select name, case state when 'active' then 'running' when 'failed' then 'failed' else 'waiting' end as state,
  count(*)::int as count
  from pgboss.job where name = any($1) and state in ('created', 'retry', 'active', 'failed') group by 1, 2`;

/** How often pg-boss tries again. */
interface RetryPolicy {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
}

interface DefinedQueue {
  name: string;
  concurrency: number;
  settings: RetryPolicy & { expireInSeconds: number; deleteAfterSeconds: number; notify: boolean };
  run(job: JobWithMetadata<object>): Promise<void>;
}

/**
 * The jobs of this server, kept by pg-boss in the same database as everything else. Queues are defined while the server
 * is built; their handlers run from {@link start} to {@link stop}. There is one server on a database: at its start it
 * takes up again what an earlier one was at when it died.
 */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #log: Log;
  readonly #queues = new Map<string, DefinedQueue>();
  readonly #closing = new AbortController();
  readonly #pollingSecs: number;
  #started = false;

  constructor(database: JobsDatabase, log: Log, pollingSecs = POLLING_SECS) {
    this.#log = log;
    this.#pollingSecs = pollingSecs;
    this.#boss = new PgBoss({ ...database, useListenNotify: true, schedule: false, registerInstance: false });
    this.#boss.on('error', (err) => log.error({ err }, 'The job queue reports an error.'));
    this.#boss.on('warning', (warning) => log.warn({ warning }, 'The job queue reports a warning.'));
  }

  /** Defines a queue and what does its work. To be called before {@link start}. */
  define<Data extends object>(options: JobQueueOptions, handler: JobHandler<Data>): JobQueue<Data> {
    const { name, concurrency = 1, attempts = 3, retryDelaySecs = 5, timeoutSecs = 900 } = options;
    if (this.#started) throw new Error(`The queue ${name} comes too late: define it before the server is ready.`);
    if (this.#queues.has(name)) throw new Error(`The queue ${name} is defined already: give each a name of its own.`);
    this.#queues.set(name, {
      name,
      concurrency,
      settings: {
        retryLimit: attempts - 1,
        retryDelay: retryDelaySecs,
        retryBackoff: retryDelaySecs > 0,
        expireInSeconds: timeoutSecs,
        deleteAfterSeconds: DELETE_FINISHED_AFTER_SECS,
        notify: true,
      },
      run: (job) => this.#attempt(job as JobWithMetadata<Data>, handler),
    });
    return { send: (data, sendOptions) => this.#send(name, data, sendOptions) };
  }

  /** Prepares the queues and lets their handlers run. */
  async start(): Promise<void> {
    this.#started = true;
    await this.#boss.start();
    for (const { name, settings } of this.#queues.values()) {
      await this.#boss.createQueue(name, settings);
      await this.#boss.updateQueue(name, settings);
    }
    await this.#takeUpInterrupted();
    for (const { name, concurrency, run } of this.#queues.values()) {
      const options = {
        localConcurrency: concurrency,
        includeMetadata: true,
        pollingIntervalSeconds: this.#pollingSecs,
        notifyPollingIntervalSeconds: this.#pollingSecs,
      };
      await this.#boss.work<object>(name, options, async ([job]) => {
        if (job) await run(job as JobWithMetadata<object>);
      });
    }
  }

  /** Tells handlers to stop, waits for them, and closes. What they were at is done after the next start. */
  async stop(): Promise<void> {
    this.#closing.abort(new Error('The server closes.'));
    if (this.#started) await this.#boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
  }

  /** How many jobs there are in each queue that are not done. */
  async depths(): Promise<JobDepth[]> {
    if (!this.#started) return [];
    const { rows } = await this.#boss.getDb().executeSql(DEPTHS, [[...this.#queues.keys()]]);
    return (rows as { name: string; state: JobDepth['state']; count: number }[]).map(({ name, state, count }) => ({
      queue: name,
      state,
      count,
    }));
  }

  async #send(name: string, data: object, { tx, startAfter }: SendOptions = {}): Promise<string> {
    const id = await this.#boss.send(name, data, {
      ...(tx && { db: fromDrizzle(tx as DrizzleTransactionLike, sql) }),
      ...(startAfter && { startAfter }),
    });
    if (id === null) throw new Error(`The queue ${name} did not take a job.`);
    return id;
  }

  async #attempt<Data extends object>(job: JobWithMetadata<Data>, handler: JobHandler<Data>): Promise<void> {
    const { id, name, data, retryCount, retryLimit } = job;
    // The attempt that a dead server was at is counted, too.
    if (retryCount > retryLimit) {
      await this.#abandon(job, handler, new Error('The server died in the last attempt.'));
      return;
    }
    const signal = AbortSignal.any([job.signal, this.#closing.signal]);
    const last = retryCount === retryLimit;
    try {
      await handler.run(data, { id, attempt: retryCount + 1, last, signal });
    } catch (error) {
      if (this.#closing.signal.aborted) await this.#grantAnotherAttempt(id);
      else {
        this.#log.warn({ err: error, queue: name, jobId: id, attempt: retryCount + 1, last }, 'A job failed.');
        if (last) await this.#abandon(job, handler, error);
      }
      throw error;
    }
  }

  async #abandon<Data extends object>(job: JobWithMetadata<Data>, handler: JobHandler<Data>, error: unknown) {
    this.#log.error({ err: error, queue: job.name, jobId: job.id }, 'A job is given up.');
    try {
      await handler.abandoned?.(job.data, error);
    } catch (err) {
      this.#log.error({ err, queue: job.name, jobId: job.id }, 'That a job is given up could not be recorded.');
    }
  }

  /** What was running when a server died stays "active" in the database until its time is over: that can be hours. */
  async #takeUpInterrupted(): Promise<void> {
    await this.#boss
      .getDb()
      .executeSql(
        "update pgboss.job set state = 'retry', start_after = now() where state = 'active' and name = any($1)",
        [[...this.#queues.keys()]],
      );
  }

  async #grantAnotherAttempt(id: string): Promise<void> {
    await this.#boss.getDb().executeSql('update pgboss.job set retry_limit = retry_limit + 1 where id = $1', [id]);
  }
}
