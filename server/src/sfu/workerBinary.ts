import { accessSync, constants } from 'node:fs';
import * as mediasoup from 'mediasoup';
import { StartupError } from '../StartupError.ts';

/**
 * The worker program: `MEDIASOUP_WORKER_BIN`, else where mediasoup's own build puts it.
 *
 * @throws {@link StartupError} when it is not there.
 */
export function workerBinary(path: string = mediasoup.workerBin): string {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch (cause) {
    throw new StartupError(
      `The mediasoup worker is missing at ${path}: run "npm run setup -- worker", or set MEDIASOUP_WORKER_BIN.`,
      { cause },
    );
  }
}
