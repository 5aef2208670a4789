// Builds examples/next against the package as its users get it: packed, and unpacked into the example's node_modules.
// Needs dist/ (npm run build). Afterwards: cd examples/next && npx next start
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = path.join(root, 'examples/next');
const installed = path.join(example, 'node_modules/parlour');

if (!existsSync(path.join(root, 'dist/index.js'))) {
  console.error('next: there is no dist/ to build the example with. Run: npm run build');
  process.exit(1);
}

/** Runs a command, and ends with it when it fails. */
function run(command, args, cwd, env = {}) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'parlour-next-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
run('npm', ['pack', '--pack-destination', scratch, '--loglevel=error', '--silent'], root);
const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz'));
rmSync(installed, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
run('tar', ['-xzf', path.join(scratch, tarball), '-C', installed, '--strip-components=1'], root);

rmSync(path.join(example, '.next'), { recursive: true, force: true });
run(path.join(root, 'node_modules/.bin/next'), ['build'], example, { NEXT_TELEMETRY_DISABLED: '1' });
