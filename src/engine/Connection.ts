import type { Tokens } from '../auth/index.ts';
import { asRoomError, type RoomError, type RoomErrorCode, roomError } from '../errors/index.ts';
import type { DisconnectReason } from '../protocol/index.ts';
import { nextRetryDelayInMs, type SignallingAdapter, waitForRetry } from '../signalling/index.ts';
import { CommandQueue } from './CommandQueue.ts';
import { type ConnectionEvent, nextConnectionState } from './connectionState.ts';
import { codeOfReason, disconnectReasonOf } from './disconnectReason.ts';
import type { Environment } from './Environment.ts';
import { type Joined, joinRoom } from './joinRoom.ts';
import type { Lobby } from './Lobby.ts';
import type { Conversation } from './managers/conversation/Conversation.ts';
import type { Demands } from './managers/Demands.ts';
import type { LocalDevicesManager } from './managers/devices/LocalDevicesManager.ts';
import type { Speakers } from './managers/Speakers.ts';
import type { Preparation } from './Preparation.ts';
import type { RoomOptions } from './RoomOptions.ts';
import type { RoomState } from './RoomState.ts';
import { Session } from './Session.ts';

/** From `connect` to the answer, in milliseconds; the application's token source may need most of it. */
const CONNECT_TIMEOUT = 30_000;

/** What may be over at the next try. Anything else is an answer. */
const PASSING: ReadonlySet<RoomErrorCode> = new Set<RoomErrorCode>([
  'unreachable',
  'timed-out',
  'server-stopping',
  'too-many-requests',
  'aborted',
  'internal',
]);

interface Dependencies {
  readonly options: RoomOptions;
  readonly environment: Environment;
  readonly signalling: SignallingAdapter;
  readonly tokens: Tokens;
  readonly preparation: Preparation;
  readonly state: RoomState;
  readonly speakers: Speakers;
  readonly demands: Demands;
  readonly devices: LocalDevicesManager;
  readonly lobby: Lobby;
  readonly conversation: Conversation;
}

/** Whether we are in the room: begins and ends sessions, one at a time, in the order of the commands. */
export class Connection {
  readonly #to: Dependencies;
  readonly #queue = new CommandQueue();
  #session: Session | null = null;
  /** A session whose connection is gone, and which nobody has begun to bring back yet. */
  #lost: { readonly session: Session; readonly cause: RoomError; readonly signal: AbortSignal } | null = null;
  /** Calls off the connections that are being made or wait for their turn. */
  #attempts = new AbortController();
  #holds = 0;
  /** Undoes the disconnection that the last release has asked for. */
  #undoRelease: (() => void) | null = null;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** The session of a connected room. @throws RoomError `not-connected` */
  connected(): Session {
    if (!this.#session) throw roomError('not-connected');
    return this.#session;
  }

  connect(): Promise<void> {
    const { signal: calledOff } = this.#attempts;
    return this.#queue.run(async () => {
      if (calledOff.aborted) throw calledOff.reason;
      await this.#bringBack();
      if (this.#session) return;
      const timeout = new AbortController();
      const undoTimeout = this.#to.environment.setTimer(CONNECT_TIMEOUT, () => timeout.abort(roomError('timed-out')));
      const signal = AbortSignal.any([calledOff, timeout.signal]);
      this.#move({ type: 'connect' });
      try {
        await this.#join(signal);
      } catch (thrown) {
        // A token source that hangs must not keep the next attempt waiting as well.
        if (signal.aborted) this.#to.tokens.forgetPending();
        const error = asRoomError(signal.aborted ? signal.reason : thrown);
        this.#closed(disconnectReasonOf(error.code), error);
        throw error;
      } finally {
        undoTimeout();
      }
    });
  }

  disconnect(): Promise<void> {
    this.#attempts.abort(roomError('aborted'));
    this.#attempts = new AbortController();
    this.#to.lobby.leave();
    return this.#queue.run(async () => {
      await this.#session?.leave();
      this.#closed('user_initiated');
    });
  }

  hold(): () => void {
    this.#holds += 1;
    if (this.#undoRelease) {
      this.#undoRelease();
      this.#undoRelease = null;
    } else if (this.#holds === 1) {
      // Why it failed is in the state; the next hold tries again.
      this.connect().catch(() => {});
    }
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#holds -= 1;
      if (this.#holds > 0) return;
      // A moment later: React takes components off and puts them back in one go.
      this.#undoRelease = this.#to.environment.setTimer(0, () => {
        this.#undoRelease = null;
        void this.disconnect();
      });
    };
  }

  async #join(signal: AbortSignal, previous: Session | null = null): Promise<void> {
    const joined = await joinRoom(this.#to, signal);
    try {
      signal.throwIfAborted();
      await this.#open(joined, signal, previous);
    } catch (error) {
      joined.connection.close();
      joined.media?.close();
      throw error;
    }
  }

  #open(joined: Joined, signal: AbortSignal, previous: Session | null): Promise<void> {
    // Nothing that lives as long as this session may hold the one before it, or none would ever go.
    let replaced = previous;
    const first = previous === null;
    return new Promise((listed, failed) => {
      const callOff = () => {
        if (this.#session === session) return;
        session.close();
        failed(signal.reason);
      };
      const session = new Session({
        ...this.#to,
        ...joined,
        previous: replaced,
        listed: () => {
          if (replaced) this.#reopened(session, replaced);
          else this.#opened(session);
          replaced = null;
          signal.removeEventListener('abort', callOff);
          listed();
        },
        interrupted: (attempt, cause) => {
          this.#move({ type: 'lost', attempt, cause });
          this.#to.conversation.handleInterrupted();
          this.#to.state.emit('reconnecting', attempt, cause);
        },
        resumed: () => {
          this.#move({ type: 'resumed' });
          this.#to.conversation.handleResumed();
          this.#to.state.emit('reconnected');
        },
        ended: (reason, error) => {
          const failure = error ?? roomError(codeOfReason(reason));
          // A session that never opened is an attempt that failed; one that broke comes back.
          if (this.#session === session && reason === 'network_error') this.#comeBack(session, failure);
          else if (this.#session === session || first) this.#closed(reason, error);
          failed(failure);
        },
      });
      signal.addEventListener('abort', callOff);
      session.start();
    });
  }

  #opened(session: Session): void {
    this.#session = session;
    const { state, demands, devices, conversation } = this.#to;
    state.batch(() => {
      this.#move({ type: 'joined' });
      state.emit('connected');
      conversation.handleConnected(session.signalling, { rejoined: false });
      demands.handleConnected(session.subscriptions);
      devices.handleConnected(session.streams);
    });
  }

  /** The connection is gone, and with it nothing that another one could not bring back. */
  #comeBack(session: Session, cause: RoomError): void {
    const { demands, devices, conversation } = this.#to;
    this.#session = null;
    conversation.handleLost();
    demands.handleDisconnected();
    devices.handleInterrupted();
    this.#lost = { session, cause, signal: this.#attempts.signal };
    void this.#queue.run(() => this.#bringBack());
  }

  /** Done by whoever has the next turn, so that nobody joins beside it. */
  async #bringBack(): Promise<void> {
    const lost = this.#lost;
    this.#lost = null;
    if (lost) await this.#rejoin(lost.session, lost.cause, lost.signal);
  }

  /** Joins again and again, with the same streams, until it works, or until it is clear that it never will. */
  async #rejoin(previous: Session, firstCause: RoomError, signal: AbortSignal): Promise<void> {
    const { environment, state } = this.#to;
    const broke = environment.now();
    let cause = firstCause;
    for (let retryCount = 0; !signal.aborted; retryCount += 1) {
      const delay = nextRetryDelayInMs({ retryCount, elapsedMs: environment.now() - broke });
      if (delay === null) break;
      this.#move({ type: 'lost', attempt: retryCount + 1, cause: cause.message });
      state.emit('reconnecting', retryCount + 1, cause.message);
      await waitForRetry(delay, signal, environment.setTimer);
      if (signal.aborted) return;
      try {
        await this.#join(signal, previous);
        return;
      } catch (thrown) {
        cause = asRoomError(thrown);
        if (!PASSING.has(cause.code)) break;
      }
    }
    // Called off: whoever did it ends it.
    if (!signal.aborted) this.#closed(disconnectReasonOf(cause.code), cause);
  }

  #reopened(session: Session, previous: Session): void {
    this.#session = session;
    const { state, demands, devices, conversation } = this.#to;
    state.batch(() => {
      this.#move({ type: 'resumed' });
      state.emit('reconnected');
      conversation.handleConnected(session.signalling, { rejoined: true });
      demands.handleConnected(session.subscriptions);
      session.subscriptions.handleReconnected();
      session.streams.restore(previous.streams.sources);
      devices.handleReconnected(session.streams);
    });
  }

  #closed(reason: DisconnectReason, error?: RoomError): void {
    const { state, demands, devices, conversation } = this.#to;
    this.#session?.close();
    this.#session = null;
    this.#lost = null;
    state.batch(() => {
      const before = state.get().connection;
      demands.handleDisconnected();
      conversation.handleDisconnected(error ?? roomError(codeOfReason(reason)));
      // A connection that broke may come back; after any other end nobody may be seen or heard.
      devices.handleDisconnected(reason === 'network_error' || reason === 'timed_out');
      state.clear();
      this.#move({ type: 'ended', reason, ...(error && { error }) });
      if (state.get().connection !== before) state.emit('disconnected', reason);
    });
  }

  #move(event: ConnectionEvent): void {
    const { state } = this.#to;
    state.setConnection(nextConnectionState(state.get().connection, event));
  }
}
