import type {
  CapabilitiesAnswer,
  JoinAnswer,
  JoinRequest,
  Notification,
  RequestAnswer,
  RequestInput,
  RequestMethod,
} from '../protocol/index.ts';

/** A join as the engine asks for it; the adapter adds what belongs to its own way of connecting. */
export type JoinInput = Omit<JoinRequest, 'version' | 'connectionId'>;

/** Who hears what a connection brings. */
export interface SignallingListener {
  /** In the order in which the server sent them, each exactly once. */
  onNotification(notification: Notification): void;
  /** The connection broke and is being mended; nothing of it is lost yet. Told again with each attempt, from 1. */
  onInterrupted(cause: string, attempt: number): void;
  /** It is mended: what has happened meanwhile was told, what was asked meanwhile is answered. */
  onResumed(): void;
  /** The connection is gone for good and nobody asked for it: only another join helps. */
  onLost(cause: string): void;
  /** The token in force, for mending. */
  currentToken(): Promise<string>;
}

/** One participant's connection to the room server. */
export interface SignallingConnection {
  readonly answer: JoinAnswer;
  /** Notifications wait until this is called, so that the answer can be taken in first. */
  start(listener: SignallingListener): void;
  /**
   * Asks the server for something.
   *
   * @throws RoomError with the server's code, `timed-out`, `unreachable`, or `aborted` after `close`.
   */
  request<Method extends RequestMethod>(method: Method, data: RequestInput<Method>): Promise<RequestAnswer<Method>>;
  /** Ends it; whatever is still unanswered is rejected. Closing twice does no harm. */
  close(): void;
}

/**
 * How the engine reaches a room server. Ours speaks Parlour's own protocol; who has a mediasoup server
 * already writes another one.
 */
export interface SignallingAdapter {
  /**
   * What the SFU's routers can do. Asked before the first join, so that the join itself is one round trip.
   *
   * @throws RoomError `unreachable`, `timed-out`, `protocol-mismatch`
   */
  capabilities(serverUrl: string, signal: AbortSignal): Promise<CapabilitiesAnswer>;
  /**
   * Enters a room.
   *
   * @throws RoomError why not: `token-…`, `room-…`, `not-allowed`, `capabilities-changed`, `unreachable`, …
   */
  join(serverUrl: string, request: JoinInput, signal: AbortSignal): Promise<SignallingConnection>;
}
