/**
 * A setting that cannot be used. The message is one line: which setting, what is wrong with it, what it should be.
 * `main.ts` prints it and exits with 2.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
