import { Peer, WebSocketTransport } from 'protoo-client';
import { isRoomErrorCode, type RoomError, roomError } from '../errors/index.ts';
import { parseErrorReason } from '../protocol/index.ts';

/** What a socket tells; `onClosed` at most once. */
interface ProtooSocketListener {
  onNotification(method: string, data: unknown): void;
  onClosed(cause: string): void;
}

/** The WebSocket of one connection, by protoo. It attaches itself, and is not opened again: that is the session's business. */
export class ProtooSocket {
  /** Done when requests can go this way. @throws RoomError `aborted` when it closes before */
  readonly untilAttached: Promise<void>;
  readonly #peer: Peer;
  #attachmentFailed: (error: RoomError) => void = () => {};
  #attached = false;
  #closed = false;

  constructor(serverUrl: string, attach: { connectionId: string; token: string }, listener: ProtooSocketListener) {
    const url = new URL('/v2/rtc', serverUrl);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#peer = new Peer(new WebSocketTransport(url.href, { retry: { retries: 0 } }));

    const closed = (cause: string) => {
      if (this.#closed) return;
      this.close();
      listener.onClosed(cause);
    };
    this.untilAttached = new Promise((resolve, reject) => {
      this.#attachmentFailed = reject;
      this.#peer.on('open', () => {
        this.#peer.request('attach', attach).then(
          () => {
            this.#attached = true;
            resolve();
          },
          (error: Error) => closed(error.message),
        );
      });
    });
    // Whoever waits for it sees the failure; as long as nobody does, it is no error of the page.
    this.untilAttached.catch(() => {});
    this.#peer.on('failed', () => closed('the WebSocket could not be opened'));
    this.#peer.on('disconnected', () => closed('the WebSocket was closed'));
    this.#peer.on('close', () => closed('the WebSocket was closed'));
    this.#peer.on('notification', ({ method, data }) => listener.onNotification(method, data));
  }

  /** Whether requests can go this way yet. */
  get attached(): boolean {
    return this.#attached && !this.#closed;
  }

  async request(method: string, data: unknown): Promise<unknown> {
    try {
      return await this.#peer.request(method, data);
    } catch (error) {
      throw requestError(error, this.#closed);
    }
  }

  close(): void {
    this.#closed = true;
    this.#attachmentFailed(roomError('aborted'));
    this.#peer.close();
  }
}

/** protoo's rejections by what they mean: a refusal has the server's number and reason, a time-out and a closed peer only text. */
function requestError(error: unknown, closed: boolean): RoomError {
  const { message, code: status } = error as Error & { code?: number };
  if (status === undefined)
    return roomError(closed ? 'aborted' : message.includes('timeout') ? 'timed-out' : 'unreachable', undefined, error);
  const { code, message: reason } = parseErrorReason(message);
  return isRoomErrorCode(code) ? roomError(code, reason, error) : roomError('internal', reason, error);
}
