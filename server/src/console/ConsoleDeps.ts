import type { RestDeps } from '../rest/RestDeps.ts';
import type { ConsoleSessions } from './ConsoleSessions.ts';

/** What the routes of the console work with. */
export interface ConsoleDeps extends RestDeps {
  readonly sessions: ConsoleSessions;
  /** Whether browsers reach the server by TLS, its own or that of a proxy. */
  readonly isSecure: () => boolean;
}
