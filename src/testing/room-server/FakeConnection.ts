import * as v from 'valibot';
import { untilAborted } from '../../engine/untilAborted.ts';
import { roomError } from '../../errors/index.ts';
import {
  type JoinAnswer,
  type Notification,
  type RequestAnswer,
  type RequestInput,
  type RequestMethod,
  requests,
} from '../../protocol/index.ts';
import type { SignallingConnection, SignallingListener } from '../../signalling/index.ts';

/** A request that a client made, as the server understood it. */
export interface LoggedRequest {
  readonly method: RequestMethod;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into the data of a request whose method they know
  readonly data: any;
}

type Answer = (method: RequestMethod, data: unknown) => Promise<unknown>;
type OnDelivery = (deliver: () => void, what: string) => void;
type Delivery = readonly [what: string, deliver: (listener: SignallingListener) => void];

/** Both ends of one connection. What the server says waits for the client to listen, and arrives in its order, later. */
export class FakeConnection implements SignallingConnection {
  /** Set before the client sees the connection. */
  declare answer: JoinAnswer;
  /** All that the client has asked for. */
  readonly requests: LoggedRequest[] = [];
  readonly #answer: Answer;
  readonly #left: () => void;
  readonly #end = new AbortController();
  readonly #onDelivery: OnDelivery;
  readonly #outbox: Delivery[] = [];
  #listener: SignallingListener | null = null;
  #socketOpen = true;
  #seq = 0;

  /**
   * @param answer - How the server answers requests.
   * @param left - The client has closed the connection.
   * @param onDelivery - Calls its argument, which tells the client something.
   */
  constructor(answer: Answer, left: () => void, onDelivery: OnDelivery = (deliver) => deliver()) {
    this.#answer = answer;
    this.#left = left;
    this.#onDelivery = onDelivery;
  }

  /** Number of the last notification. */
  get seq(): number {
    return this.#seq;
  }

  get ended(): boolean {
    return this.#end.signal.aborted;
  }

  /** The requests of a method, their data only. */
  // biome-ignore lint/suspicious/noExplicitAny: see LoggedRequest
  sent(method: RequestMethod): any[] {
    return this.requests.filter((request) => request.method === method).map(({ data }) => data);
  }

  start(listener: SignallingListener): void {
    this.#listener = listener;
    this.#deliver();
  }

  async request<Method extends RequestMethod>(
    method: Method,
    data: RequestInput<Method>,
  ): Promise<RequestAnswer<Method>> {
    if (this.ended) throw roomError('aborted');
    const parsed = v.safeParse(requests[method].data, data);
    if (!parsed.success) throw roomError('bad-request', `${method}: ${parsed.issues[0].message}`);
    this.requests.push({ method, data: parsed.output });
    const answer = await untilAborted(this.#answer(method, parsed.output), this.#end.signal);
    return v.parse(requests[method].answer, answer) as RequestAnswer<Method>;
  }

  close(): void {
    if (this.ended) return;
    this.#end.abort(roomError('aborted'));
    this.#left();
  }

  /** Its socket is still opening: what the server says waits, until the returned function opens it. */
  closeSocket(): () => void {
    this.#socketOpen = false;
    return () => {
      this.#socketOpen = true;
      this.#deliver();
    };
  }

  /** The server says something. */
  notify(notification: Notification): void {
    this.#seq += 1;
    this.#outbox.push([notification.method, (listener) => listener.onNotification(notification)]);
    this.#deliver();
  }

  /** Its socket breaks and the client tries to mend it, for the time of that attempt. */
  interrupt(cause: string, attempt: number): void {
    this.#outbox.push(['interrupted', (listener) => listener.onInterrupted(cause, attempt)]);
    this.#deliver();
  }

  /** The client has mended it. */
  resume(): void {
    this.#outbox.push(['resumed', (listener) => listener.onResumed()]);
    this.#deliver();
  }

  /** The connection breaks, after all that was said before. */
  lose(cause: string): void {
    this.#outbox.push([
      'lost',
      (listener) => {
        this.#end.abort(roomError('unreachable', cause));
        listener.onLost(cause);
      },
    ]);
    this.#deliver();
  }

  /** The connection breaks, and all that was said and has not arrived is lost. */
  loseSilently(cause: string): void {
    this.#outbox.length = 0;
    this.#socketOpen = true;
    this.lose(cause);
  }

  #deliver(): void {
    queueMicrotask(() => {
      const listener = this.#listener;
      if (!listener || !this.#socketOpen || this.ended) return;
      const [what, deliver] = this.#outbox.shift() ?? [];
      if (what && deliver) this.#onDelivery(() => deliver(listener), what);
      if (this.#outbox.length > 0) this.#deliver();
    });
  }
}
