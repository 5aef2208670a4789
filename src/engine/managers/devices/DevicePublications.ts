import { asRoomError, type RoomError, roomError } from '../../../errors/index.ts';
import type { StreamSources } from '../../../media/index.ts';
import type { MediaKind } from '../../../protocol/index.ts';
import { CommandQueue } from '../../CommandQueue.ts';
import type { LocalStreams } from '../LocalStreams.ts';

type Streams = Pick<LocalStreams, 'add' | 'update' | 'remove'>;

interface Callbacks {
  /** What is on now of a stream. */
  sources(key: string): StreamSources;
  /** The room does not take these kinds of it. */
  refused(key: string, kinds: readonly MediaKind[], error: RoomError): void;
}

const KINDS = ['audio', 'video'] as const;
/** The stream of microphone and camera; all others are shared screens. */
export const SELF = 'self';

/** Publishes what is on of our devices, as long as there is a room to publish it in. */
export class DevicePublications {
  readonly #to: Callbacks;
  /** One at a time for each stream; a later one finds what is on by then. */
  readonly #queues = new Map<string, CommandQueue>();
  #streams: Streams | null = null;
  #published = new Set<string>();

  constructor(callbacks: Callbacks) {
    this.#to = callbacks;
  }

  /** @param published - Whether what was published before is so in this room, too. */
  handleConnected(streams: Streams, published: boolean): void {
    this.#streams = streams;
    if (!published) this.#published = new Set();
  }

  /** The connection broke and may come back. */
  handleInterrupted(): void {
    this.#streams = null;
  }

  handleDisconnected(): void {
    this.#streams = null;
    this.#published = new Set();
  }

  /** @throws RoomError `aborted` when the room has gone meanwhile. What it refuses is told by `refused`. */
  publish(key: string): Promise<void> {
    const queue = this.#queues.get(key) ?? new CommandQueue();
    this.#queues.set(key, queue);
    return queue.run(async () => {
      const streams = this.#streams;
      if (!streams) return;
      const sources = this.#to.sources(key);
      const kinds = KINDS.filter((kind) => sources[kind]);
      try {
        await this.#send(streams, key, sources);
      } catch (thrown) {
        this.#throwIfGone(streams, thrown);
        // A microphone is not at fault because the camera beside it is refused. A screen is nothing without its picture.
        if (key === SELF && kinds.length > 1) await this.#sendOneByOne(streams, key, sources);
        else this.#to.refused(key, kinds, asRoomError(thrown));
      }
    });
  }

  async #sendOneByOne(streams: Streams, key: string, sources: StreamSources): Promise<void> {
    let accepted: StreamSources = {};
    for (const kind of KINDS) {
      const tried = { ...accepted, [kind]: sources[kind] };
      try {
        await this.#send(streams, key, tried);
        accepted = tried;
      } catch (thrown) {
        this.#throwIfGone(streams, thrown);
        this.#to.refused(key, [kind], asRoomError(thrown));
      }
    }
  }

  async #send(streams: Streams, key: string, sources: StreamSources): Promise<void> {
    const empty = !sources.audio && !sources.video;
    // What is published here says nothing of the next connection.
    const published = this.#published;
    if (!published.has(key)) {
      if (empty) return;
      await streams.add(key, sources);
      published.add(key);
    } else if (empty && key !== SELF) {
      published.delete(key);
      await streams.remove(key);
    } else {
      await streams.update(key, sources);
    }
  }

  /** What fails because the room has gone is not to be blamed on what was published. */
  #throwIfGone(streams: Streams, thrown: unknown): void {
    const { code } = asRoomError(thrown);
    if (streams !== this.#streams || code === 'aborted' || code === 'not-connected') {
      throw roomError('aborted', undefined, thrown);
    }
  }
}
