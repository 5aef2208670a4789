import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.ts';
import { errorOfAnswer, failure, RoomsApiError, unreadable } from './RoomsApiError.ts';
import type { Page } from './resources.ts';

/** How the REST API is reached. */
export interface RoomsClientOptions {
  /**
   * What comes before `/v2`: the room server, as a rule on a backend, or the proxy in front of it for pages. May be
   * relative to the page.
   */
  readonly baseUrl: string;
  /** Sends a request. @default the global `fetch`, looked up at each request */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * Headers of every request, or what gives them, asked each time. An API key belongs here on a backend, and never in
   * a browser.
   */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

/** How a single request is made. */
export interface RequestOptions {
  /** Calls it off: what is thrown then is the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Makes a request; `init` goes into it. */
type Call<Data> = (init: { signal: AbortSignal | null }) => Promise<Answer<Data>>;

/** The typed calls, and what makes answers of them. */
export interface Http extends Pick<Client<paths, 'application/json'>, 'GET' | 'POST' | 'PATCH' | 'DELETE'> {
  /** What is in the envelope of an answer. @throws RoomsApiError */
  data<Data>(call: Call<{ data: Data }>, options: RequestOptions): Promise<Data>;
  /** A page of a list. @throws RoomsApiError */
  page<Data>(call: Call<Page<Data>>, options: RequestOptions): Promise<Page<Data>>;
  /** Nothing: that it is done is the answer. @throws RoomsApiError */
  done(call: Call<unknown>, options: RequestOptions): Promise<void>;
}

export function createHttp({ baseUrl, fetch, headers }: RoomsClientOptions): Http {
  const send = async (request: Request): Promise<Response> => {
    const given = typeof headers === 'function' ? await headers() : headers;
    for (const [name, value] of new Headers(given)) request.headers.set(name, value);
    let response: Response;
    try {
      response = await (fetch ?? globalThis.fetch)(request);
    } catch (cause) {
      if (request.signal.aborted || cause instanceof RoomsApiError) throw cause;
      const { origin, pathname } = new URL(request.url);
      throw failure('unreachable', `No answer from ${origin}${pathname}: is the server there?`, { cause });
    }
    const type = response.headers.get('content-type') ?? '';
    if (response.ok && response.status !== 204 && !type.startsWith('application/json')) throw unreadable(response);
    return response;
  };
  const { GET, POST, PATCH, DELETE } = createClient<paths, 'application/json'>({
    // Not every `Request` knows what a page's address is relative to.
    baseUrl: URL.canParse(baseUrl, page()) ? new URL(baseUrl, page()).href : baseUrl,
    fetch: send,
  });

  const ask = async <Data>(call: Call<Data>, { signal }: RequestOptions) => {
    let answer: Answer<Data>;
    try {
      answer = await call({ signal: signal ?? null });
    } catch (cause) {
      // Whoever calls it off knows why: whatever broke because of it is not a failure.
      signal?.throwIfAborted();
      throw cause instanceof RoomsApiError ? cause : brokenOff(cause, baseUrl);
    }
    const { data, error, response } = answer;
    if (!response.ok) throw errorOfAnswer(response, error);
    return { data, response };
  };

  return {
    ...{ GET, POST, PATCH, DELETE },
    async data(call, options) {
      const { data, response } = await ask(call, options);
      if (data?.data === undefined) throw unreadable(response);
      return data.data;
    },
    async page(call, options) {
      const { data, response } = await ask(call, options);
      if (!Array.isArray(data?.data) || data.meta === undefined) throw unreadable(response);
      return data;
    },
    async done(call, options) {
      await ask(call, options);
    },
  };
}

/** The address of the page, where there is one. */
const page = (): string | undefined => globalThis.location?.href;

/** Something failed before there was a request, or while the answer was read. */
function brokenOff(cause: unknown, baseUrl: string): RoomsApiError {
  if (cause instanceof SyntaxError) {
    return failure('answer-unreadable', 'The answer says that it is JSON, and is not, or not all of it.', { cause });
  }
  if (!URL.canParse(baseUrl, page())) {
    const message = `There is nothing to ask at "${baseUrl}": baseUrl has to be absolute, or relative to a page.`;
    return failure('request-invalid', message, { cause });
  }
  return failure('unreachable', 'The answer broke off: try again.', { cause });
}

/** An id as a part of an address. @throws RoomsApiError `request-invalid` for what would lead elsewhere. */
export function idOf(id: string): string {
  if (typeof id === 'string' && id !== '' && id !== '.' && id !== '..') return id;
  throw failure('request-invalid', `"${id}" is not an id: wait until there is one before you ask.`);
}
