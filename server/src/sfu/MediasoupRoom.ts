import type {
  Direction,
  MediaTap,
  MediaTransport,
  RoomMedia,
  RoomMediaEvents,
  TapOptions,
} from '../rooms/RoomMedia.ts';
import { MediasoupTap } from './MediasoupTap.ts';
import { MediasoupTransport } from './MediasoupTransport.ts';
import { RoomPart } from './RoomPart.ts';
import type { RoomTrack } from './RoomTrack.ts';
import { RoomVoices } from './RoomVoices.ts';
import type { PooledWorker, WorkerPool } from './WorkerPool.ts';

interface MediasoupRoomOptions {
  pool: Pick<WorkerPool, 'takeLeastLoaded' | 'takeOther'>;
  /** So many share a worker before the room takes another one. */
  participantsPerWorker: number;
  events: RoomMediaEvents;
}

/** A worker with more than this of its core used takes nobody else of a room that can go to another. */
const FULL_SHARE = 0.9;

/**
 * The media of a room: one router, or several on as many workers when one is not enough. Everybody has both transports
 * on one of them; tracks are piped to where they are wanted.
 */
export class MediasoupRoom implements RoomMedia {
  readonly #options: MediasoupRoomOptions;
  readonly #voices: RoomVoices;
  readonly #parts = new Set<RoomPart>();
  readonly #tracks = new Map<string, RoomTrack>();
  #closed = false;

  constructor(options: MediasoupRoomOptions) {
    this.#options = options;
    this.#voices = new RoomVoices(options.events);
  }

  openTransports(onLost: () => void): Record<Direction, Promise<MediaTransport>> {
    const part = this.#closed ? null : this.#choose();
    const leave = part?.enter(onLost) ?? (() => undefined);
    const open = async (direction: Direction) => {
      if (!part) throw new Error('The room is closed.');
      const router = await part.router;
      const transport = await router.openTransport(direction);
      return new MediasoupTransport(transport, router, this.#tracks, leave);
    };
    const opened = { send: open('send'), receive: open('receive') };
    // Whoever has one of the two only is gone, or never came.
    for (const transport of Object.values(opened)) transport.catch(leave);
    return opened;
  }

  async openTap(options: TapOptions): Promise<MediaTap> {
    const track = this.#tracks.get(options.producerId);
    if (!track) throw new Error(`There is no producer ${options.producerId} in this room.`);
    return MediasoupTap.open(track.router, track.producer, options);
  }

  close(): void {
    this.#closed = true;
    this.#voices.close();
    for (const part of this.#parts) part.close();
    this.#parts.clear();
  }

  /** The first that has room, so that a room is on as few workers as it can be; then another; then whichever has most left. */
  #choose(): RoomPart {
    const parts = [...this.#parts];
    const free = parts.find(
      ({ participants, share }) => participants < this.#options.participantsPerWorker && share < FULL_SHARE,
    );
    if (free) return free;
    const taken = new Set(parts.flatMap(({ worker }) => worker ?? []));
    const other = this.#options.pool.takeOther(taken);
    if (other || parts.length === 0) return this.#open(other ?? this.#options.pool.takeLeastLoaded());
    return parts.reduce((chosen, part) => (part.share < chosen.share ? part : chosen));
  }

  #open(worker: PooledWorker | Promise<PooledWorker>): RoomPart {
    const part = new RoomPart(worker, this.#voices, () => this.#parts.delete(part));
    this.#parts.add(part);
    return part;
  }
}
