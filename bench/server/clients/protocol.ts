import type { Ticket } from './joinBody.ts';
import type { JoinTimes } from './LightClient.ts';

/** What the process of the clients is told to do, one thing at a time. */
export type Order =
  /** All of them join, so many at a time. */
  | { do: 'join'; tickets: Ticket[]; atATime: number }
  /** Somebody turns its microphone off and on. Done when all others of its room have heard of the last time. */
  | { do: 'update'; times: number; everyMs: number }
  /** Joins and leaves, so many in all and at a time. */
  | { do: 'comeAndGo'; tickets: Ticket[]; times: number; atATime: number }
  /** All who are in leave. */
  | { do: 'leave'; atATime: number };

/** How it went. */
export interface Outcome {
  readonly wallMs: number;
  readonly joins: JoinTimes[];
  /** From each update until the last one had heard of it. */
  readonly updates: number[];
  /** Bytes that came over sockets. */
  readonly bytes: number;
  readonly failures: string[];
}
