import { roomError } from '../errors/index.ts';
import type { InitialDemand } from '../protocol/index.ts';
import { Room } from './Room.ts';
import type { RoomOptions } from './RoomOptions.ts';

/** What a page of tiles shows at first, and a few more voices. */
const PAGE: InitialDemand = { audio: 20, video: 9 };

/**
 * Makes a room without touching the network; call it outside render, like a query client. It is made
 * for a user interface that shows everybody: the first streams come with the join, unless
 * `initialDemand` says otherwise.
 *
 * @throws RoomError `token-invalid` if the options have neither a token nor a source of tokens.
 */
export function createRoom(options: RoomOptions): Room {
  if (!options.tokenSource && options.clientToken === undefined) {
    throw roomError(
      'token-invalid',
      'A room needs tokenSource (or clientToken): a function that gets a client token from your backend.',
    );
  }
  return new Room({ ...options, initialDemand: { ...PAGE, ...options.initialDemand } });
}

/**
 * Makes a room and everything that can be done before joining it, so that `connect()` is one round trip.
 * Nothing is received unasked: use `addSubscription`, or `subscribeDemand`.
 *
 * @param options - `signal` calls it off.
 * @throws RoomError `token-invalid`, `unreachable`, `aborted`, …
 */
export async function initialize({ signal, ...options }: RoomOptions & { signal?: AbortSignal }): Promise<Room> {
  if (signal?.aborted) throw roomError('aborted', undefined, signal.reason);
  const room = createRoom({ ...options, initialDemand: { audio: 0, video: 0, ...options.initialDemand } });
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(roomError('aborted', undefined, signal.reason)), { once: true });
  });
  await Promise.race([room.prepare(), aborted]);
  return room;
}
