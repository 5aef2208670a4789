import type { Tokens } from '../auth/index.ts';
import { describeMedia } from '../media/index.ts';
import type { SignallingAdapter, SignallingLobby } from '../signalling/index.ts';
import type { Environment } from './Environment.ts';
import { checkRoom, serverUrlOf } from './joinRoom.ts';
import type { LobbyPlace } from './LobbyPlace.ts';
import { loadJoining } from './loadJoining.ts';
import type { LocalDevicesManager } from './managers/devices/LocalDevicesManager.ts';
import type { Preparation } from './Preparation.ts';
import type { RoomOptions } from './RoomOptions.ts';

/** How long a lobby outlives its last hold: the page between it and the room may take a moment. In milliseconds. */
const GRACE = 5_000;

interface Dependencies {
  readonly options: RoomOptions;
  readonly environment: Environment;
  readonly tokens: Pick<Tokens, 'current' | 'known'>;
  readonly preparation: Preparation;
  readonly signalling: SignallingAdapter;
  readonly devices: Pick<LocalDevicesManager, 'handlePreparing'>;
}

/**
 * Where somebody waits who may join: transports are connected and streams negotiated, so that after the click only the
 * join itself is left. All of it is a head start; what fails here is tried again, and told, by the join.
 */
export class Lobby {
  readonly #to: Dependencies;
  #holds = 0;
  #undoRelease: (() => void) | null = null;
  #entering: AbortController | null = null;
  #place: LobbyPlace | null = null;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** Enters with the first hold, and leaves a moment after the last is released, or with the join. */
  hold(): () => void {
    this.#holds += 1;
    this.#undoRelease?.();
    this.#undoRelease = null;
    if (!this.#place && !this.#entering) void this.#enter();
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#holds -= 1;
      if (this.#holds === 0) this.#undoRelease = this.#to.environment.setTimer(GRACE, () => this.leave());
    };
  }

  /** The place, for a join; null when there is none that could be used. The lobby is over with that. */
  take(): LobbyPlace | null {
    const place = this.#place;
    this.#place = null;
    this.leave();
    if (place?.usable) return place;
    place?.close();
    return null;
  }

  leave(): void {
    this.#undoRelease?.();
    this.#undoRelease = null;
    this.#entering?.abort();
    this.#entering = null;
    this.#place?.close();
    this.#place = null;
  }

  async #enter(): Promise<void> {
    const entering = new AbortController();
    this.#entering = entering;
    try {
      const place = await this.#open(entering.signal);
      if (entering.signal.aborted || !place) place?.close();
      else {
        this.#place = place;
        void this.#to.devices.handlePreparing(place);
      }
    } catch {
      // The join will tell.
    } finally {
      if (this.#entering === entering) this.#entering = null;
    }
  }

  async #open(signal: AbortSignal): Promise<LobbyPlace | null> {
    const { options, tokens, preparation, signalling } = this.#to;
    preparation.preload();
    const early = options.tokenInLobby ?? options.serverUrl === undefined;
    const token = early ? await tokens.current() : tokens.known;
    if (token) checkRoom(options, token);
    const serverUrl = serverUrlOf(options, token ?? { url: null });
    const prepared = await preparation.media(serverUrl);
    const { dtls, capabilitiesHash } = describeMedia(prepared);
    // Without fingerprints the transports could not be connected before there is a room to ask.
    if (!token || !dtls || !signalling.lobby || signal.aborted) return null;
    const { LobbyPlace } = await loadJoining();
    const { roomId, token: text } = token;
    const place = { current: null as LobbyPlace | null };
    const lobby: SignallingLobby = await signalling.lobby(
      serverUrl,
      { roomId, token: text, capabilitiesHash, dtls },
      {
        signal,
        currentToken: async () => (await tokens.current()).token,
        onLost: () => this.#lost(place.current),
      },
    );
    try {
      place.current = new LobbyPlace(lobby, prepared, this.#to.environment);
      return place.current;
    } catch (error) {
      lobby.close();
      throw error;
    }
  }

  #lost(place: LobbyPlace | null): void {
    if (place === null || place !== this.#place) return;
    this.leave();
    if (this.#holds > 0) void this.#enter();
  }
}
