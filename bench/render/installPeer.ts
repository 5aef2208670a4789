import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** What is compared with is installed beside this file, by this command alone: the library's own installation has none of it. */
export function installPeer(): void {
  if (existsSync(`${folder}node_modules/@livekit/components-react`)) return;
  console.log('Installing what is compared with, once.');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: folder, stdio: 'inherit' });
}
