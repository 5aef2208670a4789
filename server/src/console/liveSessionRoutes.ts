import type { FastifyInstance } from 'fastify';
import { ApiError } from '../rest/errors/ApiError.ts';
import type { ConsoleDeps } from './ConsoleDeps.ts';
import type { EventStream } from './EventStream.ts';
import type { OpenStreams } from './OpenStreams.ts';

/** A session is looked at so often… */
const LOOK_MS = 250;
/** …a large one the more seldom: every second with a thousand people. */
const LOOK_MS_OF_ONE = 1;
/** How often it is asked whether a session has ended in which nobody is. */
const ENDED_MS = 1_000;

/** Shows who is in a session, and what they do, while somebody looks: what has changed is sent, and nothing else. */
export function addLiveSessions(app: FastifyInstance, deps: ConsoleDeps, streams: OpenStreams): void {
  const { log, repositories } = deps;
  app.get<{ Params: { session_id: string } }>(
    '/live/sessions/:session_id/events',
    { schema: { params: { type: 'object', properties: { session_id: { type: 'string', format: 'uuid' } } } } },
    async (request, reply) => {
      const session = await repositories.sessionHistory.find(request.params.session_id);
      if (session === null) throw new ApiError('resource-not-found', 'There is no such session.');
      streams.open(request, reply, (stream) => {
        const show = new LiveSessionShow(stream, session, deps);
        show.next().catch((err: unknown) => {
          log.warn({ err }, 'A session could not be shown any more.');
          stream.end();
        });
        return () => show.stop();
      });
    },
  );
}

/** One session, shown on one page. */
class LiveSessionShow {
  readonly #stream: EventStream;
  readonly #session: { readonly id: string; readonly roomId: string; readonly createdAt: Date };
  readonly #deps: Pick<ConsoleDeps, 'liveRooms' | 'repositories'>;
  #shown = '';
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    stream: EventStream,
    session: { readonly id: string; readonly roomId: string; readonly createdAt: Date },
    deps: Pick<ConsoleDeps, 'liveRooms' | 'repositories'>,
  ) {
    this.#stream = stream;
    this.#session = session;
    this.#deps = deps;
  }

  /** Shows how it is now, and goes on until the session has ended. */
  async next(): Promise<void> {
    const { id, roomId, createdAt } = this.#session;
    const { liveRooms, repositories } = this.#deps;
    const participants = liveRooms.look(roomId, id);
    if (participants === null && (await repositories.sessionHistory.find(id))?.endedAt !== null) {
      this.#stream.send('ended', { session_id: id });
      this.#stream.end();
      return;
    }
    this.#show({
      session_id: id,
      room_id: roomId,
      started_at: createdAt.toISOString(),
      participants: participants ?? [],
    });
    const wait = participants === null ? ENDED_MS : Math.max(LOOK_MS, participants.length * LOOK_MS_OF_ONE);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.next().catch(() => this.#stream.end()), wait);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #show(snapshot: object): void {
    const text = JSON.stringify(snapshot);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#stream.send('snapshot', snapshot);
  }
}
