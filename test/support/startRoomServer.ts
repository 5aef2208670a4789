import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

/** A room server of its own, as `npm run server` starts it, on free ports and a data folder that goes with it. */
export interface RoomServer {
  readonly url: string;
  readonly apiKey: string;
  /** Kills it without warning, and starts it again at the same address with the same data. */
  crashAndRestart(): Promise<void>;
  /** Ends it as a supervisor would, and starts it again at the same address with the same data. */
  restart(): Promise<void>;
  /** The processes of the media, by their ids. */
  workers(): number[];
  /** Ends it as a supervisor would. @throws Error if it does not end in order. */
  stop(): Promise<void>;
}

export async function startRoomServer(env: Record<string, string> = {}): Promise<RoomServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parlour-server-'));
  const apiKey = `test-${crypto.randomUUID()}`;
  const settings = {
    ...process.env,
    PARLOUR_RTC_PORT: '0',
    PARLOUR_DATA_DIR: dataDir,
    PARLOUR_API_KEY: apiKey,
    PARLOUR_LOG_LEVEL: 'warn',
    ...env,
  };
  let { child, url } = await start({ PARLOUR_PORT: '0', ...settings });
  const startAgainAfter = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    ({ child, url } = await start({ ...settings, PARLOUR_PORT: new URL(url).port }));
  };

  return {
    url,
    apiKey,
    crashAndRestart: () => startAgainAfter('SIGKILL'),
    restart: () => startAgainAfter('SIGTERM'),
    workers: () =>
      readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      await rm(dataDir, { recursive: true, force: true });
      if (code !== 0) throw new Error(`The room server ended with ${code}.`);
    },
  };
}

/** Starts the process and waits for the line that says where it listens. */
async function start(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The room server ended with ${code} before it was ready.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /listening on (\S+)/.exec(line);
      if (ready?.[1]) resolve(ready[1]);
      else console.log(line);
    });
  });
  return { child, url };
}
