import { accessSync, constants, mkdirSync } from 'node:fs';
import { StartupError } from '../StartupError.ts';

/**
 * Makes the folder, with its parents, for this user only.
 *
 * @throws {@link StartupError} when it cannot be made or written.
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartupError(
      `The data folder ${folder} cannot be used (${code}): make it writable or choose another with PARLOUR_DATA_DIR.`,
      { cause },
    );
  }
}
