import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Commands, News } from './protocol.ts';

type Phase = 'asked' | 'answered' | 'aborted';

/** A room server that answers REST and nothing else, in a process of its own. */
export class RestServer {
  readonly url: string;
  readonly apiKey: string;
  readonly #child: ChildProcess;
  readonly #requests: { name: string; phase: Phase }[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #answers = new Map<number, (news: { result?: unknown; error?: string }) => void>();
  readonly #undo: (() => Promise<unknown>)[] = [];
  #lastId = 0;

  private constructor(child: ChildProcess, { url, apiKey }: { url: string; apiKey: string }) {
    this.#child = child;
    this.url = url;
    this.apiKey = apiKey;
    child.on('message', (news: News) => this.#hear(news));
  }

  static async start(): Promise<RestServer> {
    const child = fork(path.join(import.meta.dirname, 'process.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    return new Promise((resolve, reject) => {
      child.once('message', (ready: { url: string; apiKey: string }) => resolve(new RestServer(child, ready)));
      child.once('exit', (code) => reject(new Error(`The room server ended with ${code} before it was ready.`)));
    });
  }

  meeting(roomId: string, ...people: string[]): Promise<string> {
    return this.#do('meeting', roomId, ...people);
  }

  recording(roomId: string, sessionId: string): Promise<string> {
    return this.#do('recording', roomId, sessionId);
  }

  /** Until the end of the test, a method of a repository fails: the server answers with 500. */
  async fail(repository: string, method: string): Promise<void> {
    await this.#do('fail', repository, method);
    this.#undo.push(() => this.#do('mend', repository, method));
  }

  /** Requests that begin like this are not answered until they are released, or until the test ends. */
  async hold(start: string): Promise<void> {
    await this.#do('hold', start);
    this.#undo.push(() => this.#do('release', start));
  }

  release(start: string): Promise<void> {
    return this.#do('release', start);
  }

  /** How many requests that begin like this have come so far, or have come to this. */
  count(start: string, phase: Phase = 'asked'): number {
    return this.#requests.filter((one) => one.phase === phase && one.name.startsWith(start)).length;
  }

  /** Waits until so many requests have come to this. */
  async until(start: string, phase: Phase, count = 1): Promise<void> {
    while (this.count(start, phase) < count) {
      await new Promise<void>((resolve) => {
        const watch = () => {
          this.#watchers.delete(watch);
          resolve();
        };
        this.#watchers.add(watch);
      });
    }
  }

  /** What one test did to it is undone, and what it saw is forgotten. */
  async forget(): Promise<void> {
    for (const undo of this.#undo.splice(0)) await undo();
    this.#requests.length = 0;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await ended;
  }

  #do<Name extends keyof Commands>(name: Name, ...args: Parameters<Commands[Name]>): ReturnType<Commands[Name]> {
    this.#lastId += 1;
    const id = this.#lastId;
    const done = new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error === undefined ? resolve(result) : reject(new Error(error))));
    });
    this.#child.send({ id, name, args });
    return done as ReturnType<Commands[Name]>;
  }

  #hear(news: News): void {
    if ('id' in news) {
      this.#answers.get(news.id)?.(news);
      this.#answers.delete(news.id);
    } else if ('request' in news) {
      this.#requests.push({ name: news.request, phase: news.phase });
      for (const watch of [...this.#watchers]) watch();
    }
  }
}

/** Starts a server for the tests of the file; what is returned gets it. */
export function restServerForAll(): () => RestServer {
  let server: RestServer;
  beforeAll(async () => {
    server = await RestServer.start();
  }, 60_000);
  afterEach(() => server.forget());
  afterAll(() => server?.stop());
  return () => server;
}
