import { ProxyError } from './ProxyError.ts';

/** How the room server is reached. */
export interface ProxyServer {
  /** Address of the room server: `http://127.0.0.1:7070`. */
  readonly serverUrl: string;
  /** Opens its REST API. It stays here. */
  readonly apiKey: string;
  /** How long it may take to answer, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number;
}

interface Sent {
  readonly method: string;
  /** Below the address of the server. */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  /** Whether the API key goes with it. @default true */
  readonly withKey?: boolean;
  readonly signal?: AbortSignal;
}

/** Of an answer, what is passed on. Everything else is between the proxy and the server. */
const PASSED_ON = ['content-type', 'retry-after', 'x-request-id'];

/** Asks the room server. No redirect is followed, and nothing of the caller goes with it but what is given. */
export class RoomServerAccess {
  readonly #url: URL;
  readonly #apiKey: string;
  readonly #timeoutMs: number;

  constructor({ serverUrl, apiKey, timeoutMs = 10_000 }: ProxyServer) {
    if (apiKey === '') throw new TypeError('The proxy needs the API key of the room server: apiKey is empty.');
    this.#url = new URL(serverUrl);
    this.#apiKey = apiKey;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws ProxyError when there is no answer that could be passed on. */
  async send({ method, path, query, body, withKey = true, signal }: Sent): Promise<Response> {
    const url = new URL(this.#url);
    url.pathname = url.pathname.replace(/\/$/, '') + path;
    url.search = query?.toString() ?? '';
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      const answer = await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...(withKey && { authorization: `Bearer ${this.#apiKey}` }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      if (answer.status >= 300 && answer.status < 400) {
        throw new ProxyError('server-refused', 'The room server sends elsewhere: give the proxy its own address.');
      }
      if (withKey && answer.status === 401) {
        throw new ProxyError('server-refused', 'The room server does not take the API key of the proxy.');
      }
      const text = await answer.text();
      const headers = PASSED_ON.map((name) => [name, answer.headers.get(name)] as const);
      return new Response(answer.status === 204 ? null : text, {
        status: answer.status,
        headers: [
          ...headers
            .filter((header): header is readonly [string, string] => header[1] !== null)
            .map(([...pair]) => pair),
          ['cache-control', 'no-store'],
          ['x-content-type-options', 'nosniff'],
        ] as [string, string][],
      });
    } catch (cause) {
      if (cause instanceof ProxyError) throw cause;
      if (timeout.aborted) {
        const message = `The room server did not answer within ${this.#timeoutMs} ms: try again.`;
        throw new ProxyError('server-timed-out', message, { cause });
      }
      throw new ProxyError('server-unreachable', 'The room server does not answer: try again.', { cause });
    }
  }
}
