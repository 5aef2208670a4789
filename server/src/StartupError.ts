/**
 * The server cannot start, for a reason that whoever started it can put right: a port in use, a folder that cannot be
 * written, a database that does not answer. The message is one line that says so; `main.ts` prints it and exits with 1.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
