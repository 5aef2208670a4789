import type { types } from 'mediasoup-client';
import type { SignallingConnection } from '../signalling/index.ts';
import type { StatsClock } from './TransportStats.ts';

/** How long a transport gets to come back by itself, and between two tries to help it, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Begins ICE anew when a transport has lost its path: the network changed, or was away for too long. Media
 * goes on where it was, nothing of it is negotiated again.
 */
export class IceRecovery {
  readonly #transport: types.Transport;
  readonly #direction: 'send' | 'receive';
  readonly #signalling: Pick<SignallingConnection, 'request'>;
  readonly #clock: Pick<StatsClock, 'setTimer'>;
  #undoTimer: () => void = () => {};
  #restarting = false;

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

  /** Begins anew now, if the path is lost. */
  recover(): void {
    if (this.#lost) void this.#restart();
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
    if (this.#lost) this.#undoTimer = this.#clock.setTimer(PATIENCE_MS, () => void this.#restart());
  }

  async #restart(): Promise<void> {
    if (this.#restarting) return;
    this.#restarting = true;
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
