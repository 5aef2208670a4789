// mediasoup's worker: the prebuilt binary where it can be had, else one built from source, once a machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDebianPackages } from './debianPackages.mjs';
import { runLong } from './runLong.mjs';

const server = fileURLToPath(new URL('../../server', import.meta.url));
const installer = path.join(server, 'src/mediasoup-worker');
const releases = 'https://github.com';

function workerFile() {
  if (process.env.MEDIASOUP_WORKER_BIN) return path.resolve(process.env.MEDIASOUP_WORKER_BIN);
  const entry = createRequire(path.join(server, 'package.json')).resolve('mediasoup');
  return path.resolve(path.dirname(entry), '../../worker/out/Release/mediasoup-worker');
}

/** True if the worker is where mediasoup looks for it and runs here: without mediasoup it ends with code 41. */
export function workerRuns() {
  const file = workerFile();
  return existsSync(file) && spawnSync(file, [], { env: {}, stdio: 'ignore' }).status === 41;
}

/** Puts the worker in place, with what its build needs from Debian if it comes to that. */
export async function ensureWorker() {
  const env = { ...process.env };
  // The installer would wait up to a minute for a network that swallows packets.
  if (!(await answers(releases))) env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD = 'true';
  const install = (text) =>
    runLong(text, [process.execPath, 'src/mediasoup-worker/install-worker.mjs'], { cwd: server, env });
  const building = 'putting the mediasoup worker in place; the first time on a machine it is built, about 5 minutes';
  const first = env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD
    ? building
    : 'downloading the mediasoup worker, or building it, about 5 minutes';
  try {
    await install(first);
  } catch (error) {
    if (!error.output?.includes('build-worker: missing:')) throw error;
    await installDebianPackages(buildPackages());
    env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD = 'true';
    await install(building);
  }
}

/** The Debian packages that the build needs, as its script lists them. */
function buildPackages() {
  const script = readFileSync(path.join(installer, 'build-worker.sh'), 'utf8');
  return /^DEBIAN_PACKAGES='([^']+)'/m.exec(script)[1].split(' ');
}

async function answers(url) {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}
