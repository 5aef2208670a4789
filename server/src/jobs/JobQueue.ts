import type { Database } from '../db/Database.ts';

/** What a kind of work is called, and how it is tried. */
export interface JobQueueOptions {
  /** Names the queue in the database: never change it, or what waits under the old name is forgotten. */
  name: string;
  /** How many jobs run at the same time. @default 1 */
  concurrency?: number;
  /** How often a job is tried before it is given up. @default 3 */
  attempts?: number;
  /** Seconds until the second attempt; doubled for each one after it, with some chance in it. @default 5 */
  retryDelaySecs?: number;
  /** The longest that one attempt may take, in seconds. @default 900 */
  timeoutSecs?: number;
}

/** One attempt at a job. */
export interface JobAttempt {
  id: string;
  /** Counts from 1. */
  attempt: number;
  /** Whether the job is given up if this attempt fails. */
  last: boolean;
  /** Aborted when the attempt takes too long and when the server closes: stop, and reject. */
  signal: AbortSignal;
}

/** What does the work of a queue. */
export interface JobHandler<Data extends object> {
  /**
   * Does it. A rejection is a failed attempt. It may be called again after it has done all or a part of the work (the
   * server may die at any moment), which must not do harm. An attempt that the closing of the server cuts short does
   * not count.
   */
  run(data: Data, attempt: JobAttempt): Promise<void>;
  /** The last attempt failed, or the server died in it: nobody tries again. Called once, except for crashes. */
  abandoned?(data: Data, error: unknown): Promise<void>;
}

/** When and how a job is sent. */
export interface SendOptions {
  /** The transaction that the job belongs to: it exists when that is committed, and only then. */
  tx?: Database;
  /** Not before this moment. @default at once */
  startAfter?: Date;
}

/** Work that is kept in the database until it is done, also over a restart. */
export interface JobQueue<Data extends object> {
  /** Adds a job and gives its id. The server has to be ready (its handlers run). `data` is kept as JSON. */
  send(data: Data, options?: SendOptions): Promise<string>;
}
