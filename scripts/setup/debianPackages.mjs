// The programs that come from Debian's package archive.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runLong } from './runLong.mjs';

const isRoot = process.getuid?.() === 0;

/** True if the program is on the PATH. */
function has(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Debian keeps the server's programs in a folder per version, off the PATH. */
function hasPostgres() {
  const versions = '/usr/lib/postgresql';
  if (has('initdb') && has('postgres')) return true;
  return existsSync(versions) && readdirSync(versions).some((v) => existsSync(path.join(versions, v, 'bin/initdb')));
}

const isThere = {
  browser: () => existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'),
  ffmpeg: () => has('ffmpeg'),
  postgres: hasPostgres,
};
const packageOf = { browser: 'chromium', ffmpeg: 'ffmpeg', postgres: 'postgresql' };

/** The Debian packages that the given parts lack on this machine. */
export function missingDebianPackages(parts) {
  return parts.filter((part) => part in isThere && !isThere[part]()).map((part) => packageOf[part]);
}

/** Words to put before a command that needs root, or null where root cannot be had without asking. */
function asRoot() {
  if (isRoot) return [];
  return has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

/** Installs Debian packages, or throws an error whose one line says what to install by hand. */
export async function installDebianPackages(packages) {
  const list = packages.join(' ');
  const { CHROMIUM_PATH } = process.env;
  if (packages.includes('chromium') && CHROMIUM_PATH) {
    throw new Error(
      `CHROMIUM_PATH names ${CHROMIUM_PATH}, which does not exist. Correct it, or unset it for Debian's.`,
    );
  }
  const prefix = asRoot();
  if (prefix === null || !has('apt-get')) {
    const chromium = packages.includes('chromium') ? ' (CHROMIUM_PATH names a Chromium that is elsewhere)' : '';
    throw new Error(
      has('apt-get')
        ? `missing here, and installing needs root. Run: sudo apt-get install --no-install-recommends ${list}${chromium}`
        : `missing here. Install the equivalent of Debian's packages ${list}${chromium}`,
    );
  }
  const sh = (text, script) => runLong(text, [...prefix, 'sh', '-c', script]);
  // Only the programs are wanted: this keeps Debian from creating and starting a database cluster.
  const keepClusterOff = packages.includes('postgresql')
    ? 'mkdir -p /etc/postgresql-common/createcluster.d && ' +
      'echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.d/50-no-main-cluster.conf && '
    : '';
  const apt = 'DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600';
  await sh(
    `installing ${list} with apt-get`,
    `${keepClusterOff}{ ${apt} update || true; } && ${apt} install -y --no-install-recommends ${list}`,
  );
}
