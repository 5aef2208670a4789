import { asRoomError } from '../errors/index.ts';
import type { LobbyAnswer } from '../protocol/index.ts';
import type { JoinInput, SignallingConnection, SignallingLobby } from './SignallingAdapter.ts';

interface ParlourLobbyOptions {
  readonly answer: LobbyAnswer;
  /** Asks for the same lobby again, which keeps it. */
  readonly ask: (signal: AbortSignal) => Promise<LobbyAnswer>;
  readonly join: (request: JoinInput, signal: AbortSignal) => Promise<SignallingConnection>;
  /** What gives it up. */
  readonly leaveRequest: { readonly url: URL; readonly body: object };
  readonly onLost: () => void;
}

/** How often a lobby is kept: it keeps the page's connection to the server warm, too. In milliseconds. */
const KEEP_EVERY = 25_000;

/** A lobby by Parlour's own protocol: kept by asking for it again from time to time, given up when the page goes. */
export class ParlourLobby implements SignallingLobby {
  readonly answer: LobbyAnswer;
  readonly #options: ParlourLobbyOptions;
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ParlourLobbyOptions) {
    this.#options = options;
    this.answer = options.answer;
    const { signal } = this.#abort;
    globalThis.addEventListener?.('pagehide', () => this.close(), { signal });
    this.#keepLater();
  }

  join(request: JoinInput, signal: AbortSignal): Promise<SignallingConnection> {
    this.#end();
    return this.#options.join(request, signal);
  }

  close(): void {
    if (this.#abort.signal.aborted) return;
    this.#end();
    const { url, body } = this.#options.leaveRequest;
    globalThis.navigator?.sendBeacon?.(url, JSON.stringify(body));
  }

  #end(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  #keepLater(): void {
    this.#timer = setTimeout(() => void this.#keep(), Math.min(KEEP_EVERY, this.answer.keepWithin / 3));
  }

  async #keep(): Promise<void> {
    const { signal } = this.#abort;
    try {
      const { transports } = await this.#options.ask(signal);
      if (signal.aborted) return;
      // Another server, or another worker, by now.
      if (transports.send.id !== this.answer.transports.send.id) this.#lost();
      else this.#keepLater();
    } catch (error) {
      if (signal.aborted) return;
      const { code } = asRoomError(error);
      if (code === 'unreachable' || code === 'timed-out') this.#keepLater();
      else this.#lost();
    }
  }

  #lost(): void {
    this.close();
    this.#options.onLost();
  }
}
