import * as v from 'valibot';
import { roomError } from '../errors/index.ts';
import {
  capabilitiesAnswer,
  type JoinAnswer,
  joinAnswer,
  PROTOCOL_VERSION,
  type RequestAnswer,
  type RequestInput,
  type RequestMethod,
  requests,
} from '../protocol/index.ts';
import { call } from './httpRequests.ts';
import { NotificationInbox } from './NotificationInbox.ts';
import { ProtooSocket } from './ProtooSocket.ts';
import type { SignallingAdapter, SignallingConnection, SignallingListener } from './SignallingAdapter.ts';

/**
 * Parlour's own signalling: one POST joins on the page's warm connection while the WebSocket opens
 * beside it, so that nothing waits for the socket. Until it is attached, requests go by POST as well,
 * except for those that can wait.
 */
export const parlourSignalling: SignallingAdapter = {
  capabilities: (serverUrl, signal) =>
    call(capabilitiesAnswer, { url: new URL('/v2/rtc/capabilities', serverUrl), signal }),

  async join(serverUrl, input, signal) {
    const connectionId = crypto.randomUUID();
    const connection = new ParlourConnection(serverUrl, connectionId, input.token);
    try {
      connection.answer = await call(joinAnswer, {
        url: new URL('/v2/rtc/join', serverUrl),
        signal,
        body: { ...input, version: PROTOCOL_VERSION, connectionId },
      });
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  },
};

class ParlourConnection implements SignallingConnection {
  /** Set before anybody but `join` sees the connection. */
  declare answer: JoinAnswer;
  readonly #serverUrl: string;
  readonly #connectionId: string;
  readonly #socket: ProtooSocket;
  readonly #inbox = new NotificationInbox();
  readonly #abort = new AbortController();
  #listener: SignallingListener | null = null;
  #lost: string | null = null;
  #closed = false;
  #changesWait = false;

  constructor(serverUrl: string, connectionId: string, token: string) {
    this.#serverUrl = serverUrl;
    this.#connectionId = connectionId;
    this.#socket = new ProtooSocket(
      serverUrl,
      { connectionId, token },
      {
        onNotification: (method, data) => this.#inbox.take(method, data),
        onClosed: (cause) => this.#handleClosed(cause),
      },
    );
  }

  start(listener: SignallingListener): void {
    this.#listener = listener;
    // What came before the connection broke is told first: it may say why.
    this.#inbox.start(this.answer.seq, (notification) => {
      if (!this.#closed) listener.onNotification(notification);
    });
    if (this.#lost !== null && !this.#closed) listener.onLost(this.#lost);
  }

  async request<Method extends RequestMethod>(
    method: Method,
    data: RequestInput<Method>,
  ): Promise<RequestAnswer<Method>> {
    if (this.#abort.signal.aborted) throw roomError('aborted');
    const schema = requests[method].answer;
    if (this.#mustWait(method, data)) await this.#socket.untilAttached;
    if (!this.#socket.attached) {
      return call(schema, {
        url: new URL('/v2/rtc/request', this.#serverUrl),
        signal: this.#abort.signal,
        body: { connectionId: this.#connectionId, method, data },
      }) as Promise<RequestAnswer<Method>>;
    }
    const parsed = v.safeParse(schema, await this.#socket.request(method, data));
    if (!parsed.success)
      throw roomError('protocol-mismatch', `The answer to ${method} was not understood.`, parsed.issues);
    return parsed.output as RequestAnswer<Method>;
  }

  close(): void {
    this.#closed = true;
    if (this.#abort.signal.aborted) return;
    this.#abort.abort();
    this.#socket.close();
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

  #handleClosed(cause: string): void {
    if (this.#abort.signal.aborted) return;
    this.#abort.abort();
    this.#lost = cause;
    this.#listener?.onLost(cause);
  }
}
