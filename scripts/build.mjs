// Builds the package into dist/: JavaScript and the style sheet by Vite, declarations by TypeScript.
import { spawnSync } from 'node:child_process';

for (const command of [
  'vite build',
  'node scripts/build/effectFiles.mjs',
  'tsc -p tsconfig.build.json',
  'node scripts/fix-dts.mjs',
]) {
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
}
