import type { TokenSource } from '../../auth/index.ts';
import { lazily } from '../../errors/index.ts';
import type { ConnectionProbes } from './ConnectionProbes.ts';
import type { ConnectionTestPart, ConnectionTestReport } from './ConnectionTestReport.ts';

/** What to test, and with whose token. */
export interface ConnectionTestOptions {
  /** Gets a token of the room that is to be joined; needed unless `clientToken` is there. */
  readonly tokenSource?: TokenSource;
  readonly clientToken?: string;
  /** @default the token's `url` claim */
  readonly serverUrl?: string;
  /** @default all; `upload` and `download` need a way to the media server, and open one if none is tested. */
  readonly parts?: readonly ConnectionTestPart[];
  /** Calls it off. */
  readonly signal?: AbortSignal;
  /** Called whenever a part is done. */
  readonly onProgress?: (report: ConnectionTestReport) => void;
  /** Parts of the surroundings to replace, in tests say. */
  readonly probes?: Partial<ConnectionProbes>;
}

const load = lazily(() => import('./runConnectionTest.ts'));

/**
 * Sees before a call whether it will work: devices, signalling, the ways to the media server one by one, and how much
 * goes through. No room is entered, and nobody sees it. It takes about ten seconds, leaves nothing open, and stops the
 * devices that it has opened.
 *
 * @returns Also when parts of it fail: see `result` and `parts`.
 * @throws RoomError `aborted`; `token-invalid` without a token; `unreachable` when its code is.
 */
export async function testConnection(options: ConnectionTestOptions): Promise<ConnectionTestReport> {
  const { runConnectionTest } = await load();
  return runConnectionTest(options);
}
