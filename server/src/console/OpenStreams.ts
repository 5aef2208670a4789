import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../rest/errors/ApiError.ts';
import type { ConsoleSessions } from './ConsoleSessions.ts';
import { EventStream } from './EventStream.ts';
import { signedIn } from './signedIn.ts';

/** How often it is looked whether the session of a stream goes on. */
const LOOKED_AT_MS = 5_000;
/** What one session may have open: a window takes one, and another for a session that it shows. */
const MOST_STREAMS = 32;

/** The streams of events that are open: each ends with the session of who reads it, and with the server. */
export class OpenStreams {
  readonly #sessions: Pick<ConsoleSessions, 'find' | 'onEnded'>;
  readonly #open = new Map<EventStream, string>();

  constructor(app: FastifyInstance, sessions: Pick<ConsoleSessions, 'find' | 'onEnded'>) {
    this.#sessions = sessions;
    const stopListening = sessions.onEnded((ended) => {
      for (const [stream, token] of this.#open) if (token === ended) signOut(stream);
    });
    // Not in `onClose`: the server waits before it for the answers that are being given.
    app.addHook('preClose', async () => {
      stopListening();
      for (const stream of this.#open.keys()) stream.end();
    });
  }

  /**
   * Answers with a stream.
   *
   * @param run - Starts what it tells, and returns what stops that.
   * @throws ApiError `rate-limited` when there are too many.
   */
  open(request: FastifyRequest, reply: FastifyReply, run: (stream: EventStream) => () => void): void {
    const { token } = signedIn(request);
    if ([...this.#open.values()].filter((one) => one === token).length >= MOST_STREAMS) {
      throw new ApiError('rate-limited', 'The console is open in too many windows: close one of them.');
    }
    const look = setInterval(() => void this.#look(stream, token), LOOKED_AT_MS);
    const stream: EventStream = new EventStream(reply, () => {
      clearInterval(look);
      this.#open.delete(stream);
      stop();
    });
    this.#open.set(stream, token);
    const stop = run(stream);
  }

  async #look(stream: EventStream, token: string): Promise<void> {
    // Of a database that does not answer nothing is known, least of all that the session is over.
    const session = await this.#sessions.find(token).catch(() => undefined);
    if (session === null) signOut(stream);
  }
}

function signOut(stream: EventStream): void {
  stream.send('signed_out');
  stream.end();
}
