import type { Tokens } from '../auth/index.ts';
import { asRoomError, type RoomError, roomError } from '../errors/index.ts';
import type { DisconnectReason } from '../protocol/index.ts';
import type { SignallingAdapter } from '../signalling/index.ts';
import { Comeback } from './Comeback.ts';
import { CommandQueue } from './CommandQueue.ts';
import { type ConnectionEvent, nextConnectionState } from './connectionState.ts';
import { codeOfReason, disconnectReasonOf } from './disconnectReason.ts';
import type { Environment } from './Environment.ts';
import { enter } from './enter.ts';
import { type Joined, joinRoom } from './joinRoom.ts';
import type { Lobby } from './Lobby.ts';
import { loadJoining } from './loadJoining.ts';
import type { MixedAudio } from './managers/audio/MixedAudio.ts';
import type { Conversation } from './managers/conversation/Conversation.ts';
import type { Demands } from './managers/Demands.ts';
import type { LocalDevicesManager } from './managers/devices/LocalDevicesManager.ts';
import type { QualityManager } from './managers/quality/QualityManager.ts';
import type { Speakers } from './managers/Speakers.ts';
import type { Preparation } from './Preparation.ts';
import type { RoomOptions } from './RoomOptions.ts';
import type { RoomState } from './RoomState.ts';
import type { Session } from './Session.ts';

interface Dependencies {
  readonly options: RoomOptions;
  readonly environment: Environment;
  readonly signalling: SignallingAdapter;
  readonly tokens: Tokens;
  readonly preparation: Preparation;
  readonly state: RoomState;
  readonly speakers: Speakers;
  readonly demands: Demands;
  readonly quality: QualityManager;
  readonly devices: LocalDevicesManager;
  readonly lobby: Lobby;
  readonly conversation: Conversation;
  readonly mixedAudio: MixedAudio;
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
  readonly #clientId = crypto.randomUUID();
  /** How often it was tried to mend what broke, or to make it anew. */
  #attempt = 0;
  readonly #comeback: Comeback;
  /** Undoes the disconnection that the last release has asked for. */
  #undoRelease: (() => void) | null = null;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    this.#comeback = new Comeback(dependencies);
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
    this.#to.preparation.preload();
    return this.#queue.run(async () => {
      calledOff.throwIfAborted();
      // One that was brought back may be lost again before it is our turn.
      while (this.#lost) await this.#bringBack();
      calledOff.throwIfAborted();
      if (this.#session) return;
      this.#move({ type: 'connect' });
      try {
        await enter(this.#to, calledOff, {
          join: (signal) => this.#join(signal),
          waiting: () => this.#move({ type: 'waiting' }),
        });
      } catch (thrown) {
        const error = asRoomError(thrown);
        this.#closed(disconnectReasonOf(error.code), error);
        throw error;
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
    const to = { ...this.#to, clientId: this.#clientId };
    const joined = await joinRoom(to, signal, previous !== null);
    try {
      // It is here since the media was prepared.
      const { Session } = await loadJoining();
      signal.throwIfAborted();
      await this.#open(Session, joined, signal, previous);
    } catch (error) {
      joined.connection.close();
      joined.media?.close();
      throw error;
    }
  }

  #open(NewSession: typeof Session, joined: Joined, signal: AbortSignal, previous: Session | null): Promise<void> {
    // Nothing that lives as long as this session may hold the one before it, or none would ever go.
    let replaced = previous;
    const first = previous === null;
    return new Promise((listed, failed) => {
      const callOff = () => {
        if (this.#session === session) return;
        session.close();
        failed(signal.reason);
      };
      const session = new NewSession({
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
        interrupted: (attempt, cause) => this.#interrupted(attempt, cause),
        resumed: () => this.#resumed(),
        ended: (reason, error) => {
          const failure = error ?? roomError(codeOfReason(reason));
          // A session that never opened is an attempt that failed; one that broke comes back.
          if (this.#session === session && this.#comeback.helps(reason)) this.#comeBack(session, failure);
          else if (this.#session === session || first) this.#closed(reason, error);
          failed(failure);
        },
      });
      signal.addEventListener('abort', callOff);
      // From a lobby all of it has been negotiated, and what comes back is published by its session.
      const published = first && !joined.media ? this.#publishAhead(session) : undefined;
      session.start(published).catch(failed);
    });
  }

  /** What is on is published while the room is still being entered. Only a head start: publishing it tells what is wrong. */
  #publishAhead({ media: { publisher } }: Session): Promise<void> {
    return this.#to.devices.handlePreparing({
      add: (key, sources) => publisher.publishAhead(key, sources).catch(() => {}),
      // What changes meanwhile is sent as soon as it is published.
      update: async () => {},
      remove: async () => {},
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
      session.rights.handlePublished();
    });
  }

  #interrupted(attempt: number, cause: string): void {
    this.#attempt = attempt;
    this.#move({ type: 'lost', attempt, cause });
    this.#to.conversation.handleInterrupted();
    this.#to.state.emit('reconnecting', attempt, cause);
  }

  #resumed(): void {
    this.#attempt = 0;
    this.#move({ type: 'resumed' });
    this.#to.conversation.handleResumed();
    this.#to.state.emit('reconnected');
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

  async #rejoin(previous: Session, firstCause: RoomError, signal: AbortSignal): Promise<void> {
    const failure = await this.#comeback.run(firstCause, {
      signal,
      trying: (cause) => this.#interrupted(this.#attempt + 1, cause),
      join: (inTime) => this.#join(inTime, previous),
    });
    // Called off: whoever did it ends it.
    if (failure) this.#closed(disconnectReasonOf(failure.code), failure);
  }

  #reopened(session: Session, previous: Session): void {
    this.#session = session;
    const { state, demands, devices, conversation } = this.#to;
    state.batch(() => {
      this.#resumed();
      conversation.handleConnected(session.signalling, { rejoined: true });
      demands.handleConnected(session.subscriptions);
      session.subscriptions.handleReconnected();
      session.streams.restore(previous.streams.sources);
      devices.handleReconnected(session.streams);
      session.rights.handlePublished();
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
      // A connection that broke may come back; after any other end nobody may be seen or heard. A join that failed is no
      // end: what is on in the lobby is on for the next try.
      const broke = reason === 'network_error' || reason === 'timed_out';
      if (before.status !== 'connecting') devices.handleDisconnected(broke);
      this.#to.mixedAudio.handleDisconnected();
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
