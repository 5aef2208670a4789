import type { types } from 'mediasoup-client';
import type { SignallingConnection } from '../signalling/index.ts';
import type { StatsClock } from './TransportStats.ts';

/** How long a transport gets to come back by itself, and between two tries to help it, in milliseconds… */
const PATIENCE_MS = 2_000;
/** …each time longer by half, up to this. */
const LONGEST_PATIENCE_MS = 8_000;

/** Who hears of a transport's path. */
export interface PathListener {
  /** No media gets through, and ICE begins anew. Told again with each attempt, from 1. */
  onPathLost(attempt: number): void;
  /** It gets through again. */
  onPathFound(): void;
}

/**
 * Begins ICE anew when a transport has lost its path: the network changed, or was away for too long. Media
 * goes on where it was, nothing of it is negotiated again.
 */
export class IceRecovery {
  readonly #transport: types.Transport;
  readonly #direction: 'send' | 'receive';
  readonly #signalling: Pick<SignallingConnection, 'request'>;
  readonly #clock: Pick<StatsClock, 'setTimer'>;
  #listener: PathListener = { onPathLost: () => {}, onPathFound: () => {} };
  #undoTimer: () => void = () => {};
  #restarting = false;
  /** How often it was begun anew since media got through. */
  #attempts = 0;

  constructor(
    transport: types.Transport,
    direction: 'send' | 'receive',
    signalling: Pick<SignallingConnection, 'request'>,
    clock: Pick<StatsClock, 'setTimer'>,
  ) {
    this.#transport = transport;
    this.#direction = direction;
    this.#signalling = signalling;
    this.#clock = clock;
    transport.on('connectionstatechange', () => this.#look());
  }

  /** From now on it is told of the path. */
  watch(listener: PathListener): void {
    this.#listener = listener;
  }

  /** Begins anew now, if the path is lost. */
  recover(): void {
    if (this.#lost) void this.#restart();
  }

  /** Begins anew now, if there ever was a path: it may lead over a network that is gone. */
  networkChanged(): void {
    if (this.#lost || this.#transport.connectionState === 'connected') void this.#restart();
  }

  close(): void {
    this.#undoTimer();
  }

  get #lost(): boolean {
    const { connectionState } = this.#transport;
    return connectionState === 'disconnected' || connectionState === 'failed';
  }

  #look(): void {
    this.#undoTimer();
    if (this.#lost) {
      const patience = Math.min(LONGEST_PATIENCE_MS, PATIENCE_MS * 1.5 ** this.#attempts);
      this.#undoTimer = this.#clock.setTimer(patience, () => void this.#restart());
    } else if (this.#transport.connectionState === 'connected') {
      this.#attempts = 0;
      this.#listener.onPathFound();
    }
  }

  async #restart(): Promise<void> {
    if (this.#restarting) return;
    this.#restarting = true;
    this.#undoTimer();
    if (this.#lost) {
      this.#attempts += 1;
      this.#listener.onPathLost(this.#attempts);
    }
    try {
      const { iceParameters } = await this.#signalling.request('restartIce', { direction: this.#direction });
      await this.#transport.restartIce({ iceParameters: iceParameters as types.IceParameters });
    } catch {
      // A connection that is lost tells itself; otherwise there is another try.
    } finally {
      this.#restarting = false;
      if (!this.#transport.closed) this.#look();
    }
  }
}
