import { join, relative } from 'node:path';

/** The system's limit for the address of a socket, with its closing zero (unix(7); 104 bytes on macOS). */
const LONGEST_PATH_BYTES = 103;

/** Where the command line reaches the server that has the data folder to itself; `null` where no path is short enough. */
export function controlSocketPath(dataDir: string): string | null {
  const absolute = join(dataDir, 'control', 'server.sock');
  const paths = [absolute, relative(process.cwd(), absolute)];
  return paths.find((path) => Buffer.byteLength(path) <= LONGEST_PATH_BYTES) ?? null;
}
