// npm start: the room server and the demo, until Ctrl-C.
//
// Settings are those of the server (PARLOUR_PORT, PARLOUR_DATA_DIR, …) and PARLOUR_DEMO_PORT (5173).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsolePage, consolePageIsStale } from './start/consolePage.mjs';
import { startProcess } from './start/startProcess.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = path.join(root, 'node_modules/.bin/node');
const dataDir = path.resolve(process.env.PARLOUR_DATA_DIR || path.join(root, 'data'));
const demoPort = Number(process.env.PARLOUR_DEMO_PORT || 5173);

const running = [];
let stopping = false;

/** Ends both processes and then this one; asked again, it does not wait for them. */
async function stop(exitCode) {
  const signal = stopping ? 'SIGKILL' : 'SIGTERM';
  if (!stopping) process.exitCode = exitCode;
  stopping = true;
  for (const service of running) service.stop(signal);
  await Promise.all(running.map((service) => service.ended));
  process.exit();
}

function fail(message) {
  if (stopping) return;
  console.error(message);
  void stop(1);
}

/** Starts a process and waits until it is ready. From then on its end is the end of the other one too. */
async function start(name, options) {
  const service = startProcess({ node, cwd: root, ...options });
  running.push(service);
  const match = await service.ready.catch((error) => {
    throw new Error(`${name} ${error.message} before it was ready.`);
  });
  void service.ended.then((how) => fail(`${name} ${how}: everything is ended.`));
  return match;
}

/** Makes mediasoup's worker ready, which may take minutes the first time. */
async function setUp() {
  const args = [path.join(root, 'scripts/setup.mjs'), 'worker'];
  const child = spawn(process.execPath, args, { stdio: 'inherit', detached: true });
  const ended = once(child, 'close');
  running.push({ ended, stop: (signal) => child.kill(signal) });
  const [code] = await ended;
  if (code !== 0) throw new Error('The room server cannot run without that.');
}

async function assertPortIsFree(port) {
  const probe = net.createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', () =>
      reject(new Error(`Port ${port} is in use: stop what uses it, or choose another with PARLOUR_DEMO_PORT.`)),
    );
    probe.listen({ port, host: 'localhost' }, () => probe.close(resolve));
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

try {
  await setUp();
  if (consolePageIsStale(root)) await buildConsolePage({ root, node });
  await assertPortIsFree(demoPort);
  const [, serverUrl] = await start('The room server', {
    args: ['server/src/main.ts'],
    env: { PARLOUR_LOG_LEVEL: 'warn', ...process.env, PARLOUR_DATA_DIR: dataDir },
    readyPattern: /\blistening on (https?:\/\/\S+)/,
  });
  const apiKey =
    process.env.PARLOUR_API_KEY?.split(',')[0] || readFileSync(path.join(dataDir, 'api-key'), 'utf8').trim();
  await start('The demo', {
    args: [
      'node_modules/vite/bin/vite.js',
      '--config',
      'examples/meet/vite.config.ts',
      '--port',
      `${demoPort}`,
      '--strictPort',
    ],
    env: { ...process.env, PARLOUR_URL: serverUrl, PARLOUR_API_KEY: apiKey },
    readyPattern: /\bLocal:/,
    hiddenLines: /^\s*$|VITE v|➜/,
  });
  if (!stopping) {
    console.log(
      `\nParlour is ready: open http://localhost:${demoPort} in two windows. (Server: ${serverUrl}, its rooms: ${serverUrl}/console. Ctrl-C ends both.)`,
    );
  }
} catch (error) {
  fail(error.message);
}
