import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity, processIdentity } from '../db/processIdentity.ts';

const PROCESS_FILE = 'ffmpeg.json';

/** Where a composition keeps what it makes on the way. */
export class WorkFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** An empty folder of that name. */
  static async make(root: string, name: string): Promise<WorkFolder> {
    const folder = new WorkFolder(join(root, name));
    await folder.remove();
    await mkdir(folder.path, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** Removes what a server that died left behind: its files, and ffmpeg if that still writes them. */
  static async clearAll(root: string): Promise<void> {
    const names = await readdir(root).catch(() => []);
    for (const name of names) {
      endProcess(join(root, name, PROCESS_FILE));
      await rm(join(root, name), { recursive: true, force: true });
    }
  }

  /** Notes which process works here, for the case that this one dies. */
  noteProcess(pid: number): void {
    writeFileSync(join(this.path, PROCESS_FILE), JSON.stringify(processIdentity(pid)));
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

function endProcess(file: string): void {
  try {
    const identity: ProcessIdentity = JSON.parse(readFileSync(file, 'utf8'));
    const { host } = processIdentity(process.pid);
    if (identity.host === host && identity.startTime !== null && isRunning(identity))
      process.kill(identity.pid, 'SIGKILL');
  } catch {
    // There was none, or it is gone.
  }
}
