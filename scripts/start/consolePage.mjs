// The page that the room server has at /console: built where it is missing or older than what it is made of.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['src/**/*.{ts,tsx,css}', 'server/console/**', 'package-lock.json'];

/** Whether the page is to be built. */
export function consolePageIsStale(root) {
  const built = statSync(path.join(root, 'server/dist/console/index.html'), { throwIfNoEntry: false });
  if (built === undefined) return true;
  return globSync(SOURCES, { cwd: root }).some((file) => statSync(path.join(root, file)).mtimeMs > built.mtimeMs);
}

/** Builds the page. What the build says is shown when it fails. */
export async function buildConsolePage({ root, node }) {
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'server/console/vite.config.ts',
    '--logLevel',
    'error',
  ];
  const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Error('The page of /console could not be built: see above, or run "npm run build:console".');
}
