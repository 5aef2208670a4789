import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Inspector } from './Inspector.ts';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
/** Of the clock in /proc. */
const TICKS_PER_SECOND = 100;

/** What a process has used so far. */
export interface Used {
  /** Seconds of one core. */
  readonly server: number;
  readonly workers: number;
  /** Bytes in memory now. */
  readonly rss: number;
  readonly workersRss: number;
}

/** The server as `npm run server` starts it, in a process of its own that can be looked into. Linux only. */
export class ServerUnderTest {
  readonly url: URL;
  readonly apiKey: string;
  readonly inspector: Inspector;
  readonly #child: ChildProcess;
  readonly #dataDir: string;

  private constructor(child: ChildProcess, url: URL, apiKey: string, inspector: Inspector, dataDir: string) {
    this.#child = child;
    this.url = url;
    this.apiKey = apiKey;
    this.inspector = inspector;
    this.#dataDir = dataDir;
  }

  static async start(): Promise<ServerUnderTest> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'parlour-bench-'));
    const apiKey = `bench-${randomUUID()}`;
    const env = {
      ...process.env,
      PARLOUR_HOST: '127.0.0.1',
      PARLOUR_PORT: '0',
      PARLOUR_RTC_PORT: '0',
      PARLOUR_DATA_DIR: dataDir,
      PARLOUR_API_KEY: apiKey,
      PARLOUR_LOG_LEVEL: 'error',
      PARLOUR_SESSION_GRACE_SECS: '0',
      PARLOUR_SOCKETS_PER_ADDRESS: '20000',
    };
    const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      const [inspectorUrl, url] = await Promise.all([
        lineWith(child, 'stderr', /Debugger listening on (ws:\S+)/),
        lineWith(child, 'stdout', /listening on (http:\S+)/),
      ]);
      return new ServerUnderTest(child, new URL(url), apiKey, await Inspector.open(inspectorUrl), dataDir);
    } catch (error) {
      child.kill('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
      throw error;
    }
  }

  /** @returns The id of a new room. */
  async createRoom(participants: number): Promise<string> {
    return (await this.#post<{ id: string }>('/v2/rooms', { max_participants: participants })).id;
  }

  async createTokens(roomId: string, count: number): Promise<string[]> {
    const tokens: string[] = [];
    const path = `/v2/rooms/${roomId}/actions/generate_join_client_token`;
    for (let index = 0; index < count; index += 1) {
      const participant = { name: `Participant ${index}` };
      const { token } = await this.#post<{ token: string }>(path, { token_ttl_secs: 3600, participant });
      tokens.push(token);
    }
    return tokens;
  }

  used(): Used {
    const workers = childrenOf(this.#child.pid as number);
    const sum = (read: (pid: number) => number) => workers.reduce((total, pid) => total + read(pid), 0);
    return {
      server: cpuOf(this.#child.pid as number),
      workers: sum(cpuOf),
      rss: rssOf(this.#child.pid as number),
      workersRss: sum(rssOf),
    };
  }

  /** Bytes of JavaScript in use, after a garbage collection. */
  async heap(): Promise<number> {
    await this.inspector.ask('HeapProfiler.collectGarbage');
    return this.inspector.evaluate<number>('process.memoryUsage().heapUsed');
  }

  async stop(): Promise<void> {
    this.inspector.close();
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  async #post<Data>(path: string, body: object): Promise<Data> {
    const headers = { authorization: `Bearer ${this.apiKey}`, 'content-type': 'application/json' };
    const response = await fetch(new URL(path, this.url), { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { data: Data }).data;
  }
}

function lineWith(child: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<string> {
  const input = child[stream];
  if (!input) throw new Error(`The server has no ${stream}.`);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
    createInterface({ input }).on('line', (line) => {
      const found = pattern.exec(line)?.[1];
      if (found !== undefined) resolve(found);
      else if (!/^(Debugger|For help)/.test(line)) console.error(line);
    });
  });
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function rssOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
