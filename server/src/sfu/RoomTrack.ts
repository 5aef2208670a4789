import type { types } from 'mediasoup';
import type { MediasoupProducer } from './MediasoupProducer.ts';

/** What a {@link RoomTrack} uses of mediasoup's routers. */
export type PipedRouter = Pick<types.Router, 'id' | 'pipeToRouter' | 'createPlainTransport'>;

interface Pipe {
  users: number;
  readonly made: Promise<types.PipeToRouterResult>;
}

/**
 * A track in a room that may span several routers. It arrives on one of them, and is piped, once, to each other one on
 * which somebody consumes it. There it has the same id.
 */
export class RoomTrack {
  readonly producer: MediasoupProducer;
  /** Where it arrives. */
  readonly router: PipedRouter;
  readonly #id: string;
  readonly #pipes = new Map<PipedRouter, Pipe>();

  constructor(id: string, producer: MediasoupProducer, router: PipedRouter) {
    this.#id = id;
    this.producer = producer;
    this.router = router;
  }

  /**
   * Takes the track to a router, until what is returned is called as often as this was.
   *
   * @throws when the track or one of the workers goes away meanwhile.
   */
  async bringTo(router: PipedRouter): Promise<() => void> {
    if (router === this.router) return () => undefined;
    const pipe = this.#pipes.get(router) ?? this.#pipe(router);
    pipe.users += 1;
    let released = false;
    const release = () => {
      if (released) return;
      released = true;
      pipe.users -= 1;
      if (pipe.users === 0) this.#unpipe(router, pipe);
    };
    try {
      await pipe.made;
    } catch (error) {
      release();
      throw error;
    }
    return release;
  }

  #pipe(router: PipedRouter): Pipe {
    const made = this.router.pipeToRouter({
      producerId: this.#id,
      router: router as types.Router,
      // A worker that is busy for a moment loses packets on loopback too.
      enableRtx: true,
      enableSctp: false,
    });
    const pipe: Pipe = { users: 0, made: made.then(withoutUnheardFailures) };
    this.#pipes.set(router, pipe);
    pipe.made.then(
      ({ pipeConsumer }) => pipeConsumer?.observer.once('close', () => this.#forget(router, pipe)),
      () => this.#forget(router, pipe),
    );
    return pipe;
  }

  /** Not while it is being made, and not if somebody has come meanwhile. */
  #unpipe(router: PipedRouter, pipe: Pipe): void {
    pipe.made.then(
      ({ pipeConsumer }) => {
        if (pipe.users > 0) return;
        this.#forget(router, pipe);
        pipeConsumer?.close();
      },
      () => undefined,
    );
  }

  #forget(router: PipedRouter, pipe: Pipe): void {
    if (this.#pipes.get(router) === pipe) this.#pipes.delete(router);
  }
}

/**
 * mediasoup lets the other end of a pipe pause and resume with its producer, and nobody hears when that fails: a worker
 * that dies just then would take the whole server with it.
 */
function withoutUnheardFailures(made: types.PipeToRouterResult): types.PipeToRouterResult {
  const { pipeProducer } = made;
  if (!pipeProducer) return made;
  for (const method of ['pause', 'resume'] as const) {
    const call = pipeProducer[method].bind(pipeProducer);
    pipeProducer[method] = () => call().catch(() => undefined);
  }
  return made;
}
