import { Peer, WebSocketTransport } from 'protoo-client';
import * as v from 'valibot';
import { isRoomErrorCode, type RoomError, roomError } from '../errors/index.ts';
import { answers, parseErrorReason, type RequestInput } from '../protocol/index.ts';
import { guardProtoo } from './guardProtoo.ts';
import { Heartbeat } from './Heartbeat.ts';

/** What a socket tells; `onClosed` at most once. */
interface ProtooSocketListener {
  onNotification(method: string, data: unknown): void;
  /** All notifications up to this number have been sent, and none is still on its way. */
  onSeq(seq: number): void;
  /** @param refused - The server did not let it attach: another socket would not either. */
  onClosed(cause: string, refused: boolean): void;
}

/** How long a socket may take to open and attach, in milliseconds. */
const ATTACH_MS = 5_000;
/** The same for the first one of a connection, which may be faster than its join. */
const FIRST_ATTACH_MS = 12_000;
/** How long an answer may take before it counts as lost, in milliseconds. */
const ANSWER_MS = 3_000;

/** The WebSocket of one connection, by protoo. It attaches itself, and is not opened again: that is the session's business. */
export class ProtooSocket {
  /** Done when requests can go this way. @throws RoomError `aborted` when it closes before */
  readonly untilAttached: Promise<void>;
  readonly #peer: Peer;
  #attachmentFailed: (error: RoomError) => void = () => {};
  /** Rejects what is unanswered. */
  readonly #unanswered = new Set<(error: RoomError) => void>();
  #attached = false;
  #closed = false;
  #heartbeat: Heartbeat | null = null;
  readonly #deadline: ReturnType<typeof setTimeout>;
  /** Tells that it closed, once. */
  readonly #ended: (cause: string, refusal?: RoomError) => void;

  constructor(serverUrl: string, attach: RequestInput<'attach'>, listener: ProtooSocketListener) {
    const url = new URL('/v2/rtc', serverUrl);
    url.protocol = url.protocol.replace('http', 'ws');
    guardProtoo();
    this.#peer = new Peer(new WebSocketTransport(url.href, { retry: { retries: 0 } }));

    const closed = (cause: string, refusal?: RoomError) => {
      if (this.#closed) return;
      if (refusal) this.#attachmentFailed(refusal);
      this.close();
      listener.onClosed(cause, refusal !== undefined);
    };
    this.#ended = closed;
    const first = attach.lastSeq === undefined;
    this.#deadline = setTimeout(
      () => closed('the WebSocket took too long to open'),
      first ? FIRST_ATTACH_MS : ATTACH_MS,
    );
    this.untilAttached = new Promise((resolve, reject) => {
      this.#attachmentFailed = reject;
      this.#peer.on('open', () => {
        this.#peer.request('attach', attach).then(
          () => {
            if (this.#closed) return;
            this.#attached = true;
            clearTimeout(this.#deadline);
            this.#heartbeat = new Heartbeat(
              async () => {
                const answer = v.safeParse(answers.ping, await this.#peer.request('ping', {}));
                if (answer.success && answer.output.seq !== undefined) listener.onSeq(answer.output.seq);
              },
              () => closed('the WebSocket fell silent'),
            );
            resolve();
          },
          (error: unknown) => {
            const { code, message } = requestError(error, this.#closed);
            const refused = code !== 'aborted' && code !== 'timed-out' && code !== 'unreachable';
            closed((error as Error).message, refused ? roomError(code, message) : undefined);
          },
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

  /** Ends it as if it had broken: what came over it cannot be relied on. */
  breakOff(cause: string): void {
    this.#ended(cause);
  }

  /** Whether requests can go this way yet. */
  get attached(): boolean {
    return this.#attached && !this.#closed;
  }

  /** @throws RoomError the server's; `aborted` when the socket closes, `timed-out` when the answer is late */
  async request(method: string, data: unknown): Promise<unknown> {
    let giveUp: (error: RoomError) => void = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      // protoo-client leaves requests pending when the server closes the socket, until they time out.
      return await new Promise((resolve, reject) => {
        giveUp = reject;
        this.#unanswered.add(giveUp);
        timer = setTimeout(() => reject(roomError('timed-out')), ANSWER_MS);
        this.#peer.request(method, data).then(resolve, (error) => reject(requestError(error, this.#closed)));
      });
    } finally {
      clearTimeout(timer);
      this.#unanswered.delete(giveUp);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#deadline);
    this.#heartbeat?.close();
    this.#attachmentFailed(roomError('aborted'));
    for (const giveUp of this.#unanswered) giveUp(roomError('aborted'));
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
