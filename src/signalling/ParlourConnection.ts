import * as v from 'valibot';
import { asRoomError, roomError } from '../errors/index.ts';
import {
  answerTo,
  type JoinAnswer,
  type RequestAnswer,
  type RequestInput,
  type RequestMethod,
} from '../protocol/index.ts';
import { call } from './httpRequests.ts';
import { NotificationInbox } from './NotificationInbox.ts';
import { ProtooSocket } from './ProtooSocket.ts';
import { nextRetryDelayInMs } from './reconnectPolicy.ts';
import type { SignallingConnection, SignallingListener } from './SignallingAdapter.ts';
import { waitForRetry } from './waitForRetry.ts';

/** How often an answer may be late, with the socket whole, before it counts as none. */
const LATE_ANSWERS = 6;

/**
 * A connection by Parlour's own protocol. It outlives its socket: when one breaks, another one goes on where it
 * stopped, for as long as the server keeps the connection.
 */
export class ParlourConnection implements SignallingConnection {
  /** Set before anybody but `join` sees the connection. */
  declare answer: JoinAnswer;
  readonly #serverUrl: string;
  readonly #connectionId: string;
  readonly #inbox = new NotificationInbox(() => this.#socket.breakOff('a message was lost on the way'));
  readonly #abort = new AbortController();
  #socket: ProtooSocket;
  #listener: SignallingListener | null = null;
  #lost: string | null = null;
  /** The socket broke before anybody listened. */
  #broken: string | null = null;
  #closed = false;
  #changesWait = false;
  #requests = 0;
  /** Done when a socket is attached again; null while none is missing. */
  #mending: Promise<void> | null = null;

  constructor(serverUrl: string, connectionId: string, token: string) {
    this.#serverUrl = serverUrl;
    this.#connectionId = connectionId;
    this.#socket = this.#open({ token });
    globalThis.addEventListener?.('pagehide', (event) => this.#leavePage(event), { signal: this.#abort.signal });
  }

  start(listener: SignallingListener): void {
    this.#listener = listener;
    // What came before the connection broke is told first: it may say why.
    this.#inbox.start(this.answer.seq, (notification) => {
      if (!this.#closed) listener.onNotification(notification);
    });
    if (this.#closed) return;
    if (this.#lost !== null) listener.onLost(this.#lost);
    else if (this.#broken !== null) this.#handleClosed(this.#broken, false);
  }

  /**
   * Asked again under the same id when the socket breaks before the answer, or the answer does not come: the server
   * carries it out once.
   */
  async request<Method extends RequestMethod>(
    method: Method,
    data: RequestInput<Method>,
  ): Promise<RequestAnswer<Method>> {
    this.#requests += 1;
    const repeatable = { ...data, requestId: `${this.#requests}` };
    let late = 0;
    for (;;) {
      if (this.#abort.signal.aborted) throw roomError('aborted');
      try {
        await this.#mending;
        return await this.#send(method, data, repeatable);
      } catch (error) {
        const { code } = asRoomError(error);
        if (this.#abort.signal.aborted) throw error;
        // The socket broke, or a POST did not get through: both say nothing about the connection.
        if (code === 'unreachable' || code === 'aborted') await (this.#mending ?? this.#socket.untilAttached);
        else if (code === 'timed-out' && late < LATE_ANSWERS) late += 1;
        else throw error;
      }
    }
  }

  close(): void {
    this.#closed = true;
    if (this.#abort.signal.aborted) return;
    this.#abort.abort();
    this.#socket.close();
  }

  /** A page that goes for good says so: its socket's end alone could be a broken network. */
  #leavePage({ persisted }: PageTransitionEvent): void {
    if (persisted) return;
    const leave = { connectionId: this.#connectionId, method: 'leave', data: {} };
    navigator.sendBeacon(new URL('/v2/rtc/request', this.#serverUrl), JSON.stringify(leave));
  }

  async #send<Method extends RequestMethod>(
    method: Method,
    data: RequestInput<Method>,
    repeatable: object,
  ): Promise<RequestAnswer<Method>> {
    const schema = answerTo(method);
    if (this.#mustWait(method, data)) await this.#socket.untilAttached;
    if (!this.#socket.attached) {
      return call(schema, {
        url: new URL('/v2/rtc/request', this.#serverUrl),
        signal: this.#abort.signal,
        body: { connectionId: this.#connectionId, method, data: repeatable },
      }) as Promise<RequestAnswer<Method>>;
    }
    const parsed = v.safeParse(schema, await this.#socket.request(method, repeatable));
    if (!parsed.success)
      throw roomError('protocol-mismatch', `The answer to ${method} was not understood.`, parsed.issues);
    return parsed.output as RequestAnswer<Method>;
  }

  /**
   * What consumers are tuned to can wait for the socket, what starts them cannot. A browser opens another connection
   * for a POST while one is under way, which costs a round trip: the warm one is for what media waits for.
   */
  #mustWait<Method extends RequestMethod>(method: Method, data: RequestInput<Method>): boolean {
    if (method !== 'updateConsumers') return false;
    const { consumers } = data as RequestInput<'updateConsumers'>;
    // Those after the first that waits must not overtake it.
    this.#changesWait ||= !this.#socket.attached && consumers.every(({ paused }) => paused !== false);
    return this.#changesWait;
  }

  #open(attach: { token: string; lastSeq?: number }): ProtooSocket {
    const socket = new ProtooSocket(
      this.#serverUrl,
      { connectionId: this.#connectionId, ...attach },
      {
        onNotification: (method, data) => this.#inbox.take(method, data),
        onSeq: (seq) => socket === this.#socket && this.#inbox.expectUpTo(seq),
        onClosed: (cause, refused) => {
          if (socket === this.#socket) this.#handleClosed(cause, refused);
        },
      },
    );
    return socket;
  }

  #handleClosed(cause: string, refused: boolean): void {
    if (this.#abort.signal.aborted || this.#mending) return;
    const listener = this.#listener;
    if (!listener && !refused) {
      this.#broken = cause;
      return;
    }
    if (refused || !listener || this.answer.resumeWindow === 0) {
      this.#end(cause);
      return;
    }
    this.#mending = this.#mend(cause, listener).finally(() => {
      this.#mending = null;
    });
    // Whoever asks something meanwhile sees the failure; the listener is told of it, too.
    this.#mending.catch(() => {});
  }

  async #mend(firstCause: string, listener: SignallingListener): Promise<void> {
    const { signal } = this.#abort;
    const broke = performance.now();
    let cause = firstCause;
    let expired = false;
    for (let retryCount = 0; !signal.aborted; retryCount += 1) {
      const elapsedMs = performance.now() - broke;
      const delay = nextRetryDelayInMs({ retryCount, elapsedMs });
      if (delay === null || elapsedMs > this.answer.resumeWindow) break;
      listener.onInterrupted(cause, retryCount + 1);
      await waitForRetry(delay, signal);
      if (signal.aborted) break;
      try {
        const token = await listener.currentToken(expired);
        if (signal.aborted) break;
        this.#socket = this.#open({ token, lastSeq: this.#inbox.seq });
        await this.#socket.untilAttached;
        listener.onResumed();
        return;
      } catch (error) {
        const { code, message } = asRoomError(error);
        cause = message;
        if (code === 'token-expired' && !expired) expired = true;
        // The server knows nothing of this connection any more, or does not want us.
        else if (code !== 'aborted' && code !== 'unreachable' && code !== 'timed-out') break;
      }
    }
    this.#end(cause);
    throw roomError('aborted');
  }

  #end(cause: string): void {
    if (this.#abort.signal.aborted) return;
    this.#abort.abort();
    this.#socket.close();
    this.#lost = cause;
    this.#listener?.onLost(cause);
  }
}
