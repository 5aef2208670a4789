import { errorFromWire, roomError } from '../errors/index.ts';
import { MediaSession, type PreparedMedia, type StreamSources } from '../media/index.ts';
import type { PublishedStream } from '../protocol/index.ts';
import type { JoinInput, SignallingConnection, SignallingLobby } from '../signalling/index.ts';
import type { Environment } from './Environment.ts';

/** A place in a lobby: transports that connect, and streams that are negotiated but not sent. */
export class LobbyPlace {
  readonly media: MediaSession;
  readonly #lobby: SignallingLobby;
  readonly #connection = Promise.withResolvers<SignallingConnection>();
  readonly #sources = new Map<string, StreamSources>();

  constructor(lobby: SignallingLobby, prepared: PreparedMedia, environment: Environment) {
    this.#lobby = lobby;
    this.#connection.promise.catch(() => {});
    // Whatever it has to ask for waits until there is a room.
    const signalling: Pick<SignallingConnection, 'request'> = {
      request: async (method, data) => (await this.#connection.promise).request(method, data),
    };
    this.media = new MediaSession(prepared, lobby.answer, signalling, environment);
    this.media.connectReceiving();
  }

  /** Whether a join may go on from here. */
  get usable(): boolean {
    return this.media.usable;
  }

  add = async (key: string, sources: StreamSources): Promise<void> => {
    this.#sources.set(key, sources);
    // Only a head start: publishing it says what is wrong with it.
    this.media.publisher.warm(key, sources).catch(() => {});
  };

  update = this.add;

  remove = async (key: string): Promise<void> => {
    this.#sources.delete(key);
  };

  /**
   * Joins from here, and publishes with the join what is on.
   *
   * @returns With the media that waited, unless the server could not use it.
   * @throws RoomError as a join does; everything is closed then.
   */
  async join(
    input: JoinInput,
    signal: AbortSignal,
  ): Promise<{ connection: SignallingConnection; media: MediaSession | null }> {
    const { publisher } = this.media;
    const streams = [...this.#sources].flatMap(([key, sources]): PublishedStream[] => {
      const announced = publisher.announce(key, sources);
      return announced ? [announced] : [];
    });
    try {
      const connection = await this.#lobby.join({ ...input, streams }, signal);
      const { transports, refusedStreams = [] } = connection.answer;
      if (!this.media.has(transports)) {
        this.close();
        return { connection, media: null };
      }
      this.#connection.resolve(connection);
      for (const { key, error } of refusedStreams) publisher.handleRefused(key, errorFromWire(error));
      return { connection, media: this.media };
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    this.#sources.clear();
    this.#connection.reject(roomError('aborted'));
    this.media.close();
    this.#lobby.close();
  }
}
