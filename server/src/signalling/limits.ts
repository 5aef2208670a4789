import type { LimitSettings } from '../settings/readLimits.ts';

/** What one client may cost the server. The engine stays far below; who exceeds them is broken or hostile. */
export interface SignallingLimits {
  /** Requests of one connection, over the socket and by POST. More are refused. */
  requests: { rate: number; burst: number };
  /** Messages of one connection, and their bytes. More are refused, one by one. */
  messages: { rate: number; burst: number };
  messageBytes: { rate: number; burst: number };
  /** Reactions of one connection, raised hands and whatever else it says of itself. More are refused. */
  reactions: { rate: number; burst: number };
  /** Bytes that arrive on one socket. More close it. */
  bytes: { rate: number; burst: number };
  /** How long a socket may stay open without `attach`, and a join without its socket. */
  attachMs: number;
  joinWithoutSocketMs: number;
  /** How long a lobby is kept without a word of its client; hidden pages may speak once a minute only. */
  lobbyMs: number;
  /** Lobbies of one participant (its tabs); the oldest makes room for a new one. */
  lobbiesPerParticipant: number;
  /** How long a connection that lost its socket may come back on another one; 0: not at all. */
  resumeWindowMs: number;
  /** Sockets that have not attached; the oldest makes room for a new one. */
  unattachedSockets: number;
  /** A silent socket is asked after this time whether it lives… */
  keepaliveMs: number;
  /** …the others are told that its participant is reconnecting when it has said nothing for this long… */
  silenceMs: number;
  /** …and it is dropped when it says nothing for this long after it was asked. */
  keepaliveGraceMs: number;
  /** How long after its expiry a token still counts: clocks differ a little. */
  tokenGraceMs: number;
  /** Bytes waiting for a slow socket: from here on volatile notifications are left out… */
  slowSocketBytes: number;
  /** …and from here on it counts as lost. */
  stuckSocketBytes: number;
  /** How long sockets get to close in order when the server stops. */
  closeMs: number;
}

/** The limits with what the settings say. */
export function limitsOf({ messagesPerSec }: Pick<LimitSettings, 'messagesPerSec'>): SignallingLimits {
  return { ...defaultLimits, requests: { rate: messagesPerSec, burst: 3 * messagesPerSec } };
}

export const defaultLimits: SignallingLimits = {
  requests: { rate: 100, burst: 300 },
  messages: { rate: 10, burst: 100 },
  messageBytes: { rate: 65_536, burst: 1_048_576 },
  reactions: { rate: 5, burst: 20 },
  bytes: { rate: 1_000_000, burst: 4_000_000 },
  attachMs: 10_000,
  joinWithoutSocketMs: 15_000,
  lobbyMs: 150_000,
  lobbiesPerParticipant: 4,
  resumeWindowMs: 30_000,
  unattachedSockets: 1_000,
  keepaliveMs: 1_500,
  silenceMs: 4_000,
  keepaliveGraceMs: 10_000,
  tokenGraceMs: 2_000,
  slowSocketBytes: 262_144,
  stuckSocketBytes: 8_388_608,
  closeMs: 1_000,
};
