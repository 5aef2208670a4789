import { errorOfAnswer, failure, unreadable } from '../../api/client/RoomsApiError.ts';
import type { ConsoleSessionState } from './ConsoleSessionState.ts';

/** How the console's backend is reached. */
export interface ConsoleSessionOptions {
  /** @default '/console/api' */
  readonly baseUrl?: string | undefined;
  /** Sends a request. @default the global `fetch` */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

const SAFE = new Set(['GET', 'HEAD']);

/**
 * Who is signed in. The key becomes a cookie that scripts cannot read; what is kept here is the token that shows that a
 * request comes from this page.
 */
export class ConsoleSession {
  readonly #url: string;
  readonly #send: (request: Request) => Promise<Response>;
  readonly #listeners = new Set<() => void>();
  #state: ConsoleSessionState = { status: 'checking' };

  constructor({ baseUrl = '/console/api', fetch }: ConsoleSessionOptions = {}) {
    this.#url = `${baseUrl}/session`;
    this.#send = fetch ?? ((request) => globalThis.fetch(request));
  }

  readonly getState = (): ConsoleSessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes on with the session of the cookie, if there is one. It does not throw: the state says what came of it. */
  async resume(): Promise<void> {
    if (this.#state.status === 'failed') this.#set({ status: 'checking' });
    try {
      const response = await this.#ask('GET');
      if (response.ok) await this.#accept(response);
      else if (response.status === 401) this.#set({ status: 'signed-out' });
      else throw errorOfAnswer(response, await bodyOf(response));
    } catch (error) {
      this.#set({ status: 'failed', error: error as Error });
    }
  }

  /** @throws RoomsApiError with the status 401 for a wrong key, 429 after too many of them */
  async signIn(apiKey: string): Promise<void> {
    const response = await this.#ask('POST', { api_key: apiKey });
    if (!response.ok) throw errorOfAnswer(response, await bodyOf(response));
    await this.#accept(response);
  }

  /** @throws RoomsApiError when the server does not answer: then one is still signed in */
  async signOut(): Promise<void> {
    const response = await this.#ask('DELETE');
    if (!response.ok && response.status !== 401) throw errorOfAnswer(response, await bodyOf(response));
    this.#set({ status: 'signed-out' });
  }

  /** The server has ended the session. */
  readonly expire = (): void => {
    if (this.#state.status === 'signed-in') this.#set({ status: 'expired' });
  };

  /**
   * Sends a request of the REST API. One that finds the session expired waits until somebody signs in again and is then
   * sent anew, so that nothing that was entered is lost.
   */
  readonly fetch = async (request: Request): Promise<Response> => {
    let renewed = false;
    for (;;) {
      const token = await this.#token(request.signal);
      const attempt = request.clone();
      const changes = !SAFE.has(request.method);
      if (changes) attempt.headers.set('x-parlour-csrf', token);
      const response = await this.#send(attempt);
      if (response.status === 401) this.#expired(token);
      else if (response.status === 403 && changes && !renewed) {
        // Another window may have signed in since: its token is the one in force.
        renewed = true;
        await this.resume();
        if (this.#state.status === 'signed-in' && this.#state.csrfToken === token) return response;
      } else return response;
    }
  };

  /** Somebody may have signed in again while the request was on its way. */
  #expired(token: string): void {
    if (this.#state.status === 'signed-in' && this.#state.csrfToken === token) this.#set({ status: 'expired' });
  }

  #token(signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const state = this.#state;
        if (state.status === 'signed-in') done(() => resolve(state.csrfToken));
        if (state.status === 'signed-out') done(() => reject(failure('unauthorized', 'Nobody is signed in.')));
      };
      const abort = () => done(() => reject(signal.reason));
      const done = (settle: () => void) => {
        off();
        signal.removeEventListener('abort', abort);
        settle();
      };
      const off = this.subscribe(look);
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
      else look();
    });
  }

  async #ask(method: 'GET' | 'POST' | 'DELETE', body?: object): Promise<Response> {
    const request = new Request(new URL(this.#url, globalThis.location?.href), {
      method,
      ...(body && { body: JSON.stringify(body) }),
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(this.#state.status === 'signed-in' && { 'x-parlour-csrf': this.#state.csrfToken }),
      },
    });
    try {
      return await this.#send(request);
    } catch (cause) {
      throw failure('unreachable', 'No answer from the room server: is it there?', { cause });
    }
  }

  async #accept(response: Response): Promise<void> {
    const body = (await bodyOf(response)) as { data?: { csrf_token?: string; expires_at?: string } } | undefined;
    if (!body?.data?.csrf_token || !body.data.expires_at) throw unreadable(response);
    this.#set({ status: 'signed-in', csrfToken: body.data.csrf_token, expiresAt: body.data.expires_at });
  }

  #set(state: ConsoleSessionState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);
