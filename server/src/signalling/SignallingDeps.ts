import type { ConnectionTests } from '../connectionTests/ConnectionTests.ts';
import type { MessageCounts } from '../operations/countMessages.ts';
import type { CountRefusal } from '../operations/httpMetrics.ts';
import type { MeasureJoin } from '../operations/measureJoins.ts';
import type { LiveRooms } from '../rooms/LiveRooms.ts';
import type { Log } from '../rooms/Log.ts';
import type { Admissions } from '../rooms/WaitingRoom.ts';
import type { ServerDeps } from '../ServerDeps.ts';
import type { Connections } from './Connections.ts';
import type { Lobbies } from './Lobbies.ts';
import type { SignallingLimits } from './limits.ts';
import type { TokenBucket } from './TokenBucket.ts';

/** What the routes and the sockets work with. */
export interface SignallingDeps {
  rooms: LiveRooms;
  tests: ConnectionTests;
  connections: Connections;
  lobbies: Lobbies;
  limits: SignallingLimits;
  /** Joins of all together. */
  joins: Pick<TokenBucket, 'take'>;
  /** The hash of the capabilities that clients must have loaded. */
  capabilitiesHash: string;
  config: Pick<ServerDeps['config'], 'allowedOrigins' | 'iceServers' | 'trustedProxies' | 'limits'>;
  tokens: Pick<ServerDeps['tokens'], 'verifyAccess' | 'requireGood'>;
  roomRecords: Pick<ServerDeps['repositories']['rooms'], 'find'>;
  admissions: Pick<Admissions, 'has'>;
  log: Log;
  /** Told of everything that is refused, by the code of its error. */
  countRefusal: CountRefusal;
  messages: MessageCounts;
  measureJoin: MeasureJoin;
  /** Milliseconds since 1970. */
  now(): number;
}
