import type {
  CapabilitiesAnswer,
  JoinAnswer,
  JoinRequest,
  LobbyAnswer,
  LobbyRequest,
  Notification,
  RequestAnswer,
  RequestInput,
  RequestMethod,
  WaitAnswer,
  WaitRequest,
} from '../protocol/index.ts';

/** A join as the engine asks for it; the adapter adds what belongs to its own way of connecting. */
export type JoinInput = Omit<JoinRequest, 'version' | 'connectionId'>;

/** A place in a lobby, as the engine asks for it. */
export type LobbyInput = Omit<LobbyRequest, 'version' | 'connectionId'>;

/** Waiting to be let in, as the engine asks for it. */
export type WaitInput = Omit<WaitRequest, 'version'>;

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
  /** The token in force, for mending. @param expired - The server took the last one for expired: a fresh one is needed. */
  currentToken(expired?: boolean): Promise<string>;
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

/** Transports that wait for a join. */
export interface SignallingLobby {
  readonly answer: LobbyAnswer;
  /**
   * Enters the room with what waits here; the lobby is over with that, whatever comes of it. When the answer names
   * other transports, those that waited could not be used.
   *
   * @throws RoomError as {@link SignallingAdapter.join} does.
   */
  join(request: JoinInput, signal: AbortSignal): Promise<SignallingConnection>;
  /** Gives it up. Twice, or after a join, does no harm. */
  close(): void;
}

/** What a lobby needs for as long as it lasts. */
export interface LobbySurroundings {
  /** Calls the entrance off. */
  readonly signal: AbortSignal;
  /** The token in force, for keeping it. */
  currentToken(): Promise<string>;
  /** The server does not keep it any more. */
  onLost(): void;
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
   * Opens transports before anybody joins, so that they are connected by then. An adapter without it joins a little
   * slower, and that is all.
   *
   * @throws RoomError why not, which a join would say as well.
   */
  lobby?(serverUrl: string, input: LobbyInput, surroundings: LobbySurroundings): Promise<SignallingLobby>;
  /**
   * Enters a room.
   *
   * @throws RoomError why not: `token-…`, `room-…`, `not-allowed`, `capabilities-changed`, `unreachable`, …
   */
  join(serverUrl: string, request: JoinInput, signal: AbortSignal): Promise<SignallingConnection>;
  /**
   * Waits for a while to be let in, after a join that was refused with `not-admitted`; asked again until the answer is
   * yes. With an adapter without it that refusal is final.
   *
   * @throws RoomError `turned-away`, `token-…`, `room-not-found`, `unreachable`, …
   */
  wait?(serverUrl: string, request: WaitInput, signal: AbortSignal): Promise<WaitAnswer>;
}
