import { type RoomErrorCode, roomError } from '../../errors/index.ts';
import type { DisconnectReason } from '../../protocol/index.ts';
import type { DeviceName, FakeDevices } from '../media/FakeDevices.ts';
import type { FakeMedia } from '../media/FakeMedia.ts';
import type { FakeRoomServer } from '../room-server/FakeRoomServer.ts';

interface Dependencies {
  readonly participantId: string;
  readonly server: FakeRoomServer;
  readonly media: FakeMedia;
  readonly devices: FakeDevices;
  /** Makes the token source fail with this from now on; null: it works again. */
  readonly failTokens: (code: RoomErrorCode | null) => void;
  readonly settle: () => Promise<void>;
}

/** What can go wrong. Every method resolves when our room has noticed. */
export class Faults {
  readonly #to: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** The next time the device is turned on, it cannot be. @param code - @default 'device-permission-denied' */
  denyDevice(device: DeviceName, code: RoomErrorCode = 'device-permission-denied'): void {
    this.#to.devices.fail(device, code);
  }

  /** Plugs the microphone or camera in again after {@link unplug}; what was on when it went is on again. */
  async plugIn(device: 'microphone' | 'camera'): Promise<void> {
    this.#to.devices.plugIn(device);
    await this.#to.settle();
  }

  /** Pulls the plug of a device, be it on or not. Of a screen: ends the sharing. */
  async unplug(device: DeviceName): Promise<void> {
    this.#to.devices.unplug(device);
    await this.#to.settle();
  }

  /** The connection breaks and is being mended: the room is `reconnecting` until {@link resumeConnection}. */
  async loseConnection(cause = 'the network is gone', attempt = 1): Promise<void> {
    this.#connection.interrupt(cause, attempt);
    await this.#to.settle();
  }

  /** The connection is mended; nothing was lost. */
  async resumeConnection(): Promise<void> {
    this.#connection.resume();
    await this.#to.settle();
  }

  /** The connection is lost for good: the room joins anew, as the same participant with the same streams. */
  async dropConnection(cause = 'the network was gone for too long'): Promise<void> {
    this.#to.server.lose(this.#to.participantId, cause);
    await this.#to.settle();
  }

  /** From now on nobody is let in, for that reason; null: everybody is again. */
  refuseJoins(code: RoomErrorCode | null): void {
    this.#to.server.refuseJoins = code && roomError(code);
  }

  /** The room is full: whoever joins now is refused with `room-full`. */
  fillRoom(): void {
    this.refuseJoins('room-full');
  }

  /** The server ends our connection, and says why. */
  async disconnect(reason: DisconnectReason): Promise<void> {
    this.#to.server.disconnect(this.#to.participantId, reason);
    await this.#to.settle();
  }

  /** A moderator removes us. */
  kick(): Promise<void> {
    return this.disconnect('kicked');
  }

  /** The token source fails from now on; without an argument it works again. */
  failTokens(code: RoomErrorCode | null = 'unreachable'): void {
    this.#to.failTokens(code);
  }

  /** Our token has run out and no other is to be had: the server ends the connection. */
  expireToken(): Promise<void> {
    this.failTokens('token-expired');
    return this.disconnect('unauthorized');
  }

  /** No media gets through any more, whatever is tried; signalling goes on. */
  async failIce(): Promise<void> {
    this.#to.media.losePath();
    await this.#to.settle();
  }

  /** Media gets through again when ICE begins anew. */
  async restoreIce(): Promise<void> {
    this.#to.media.restorePath();
    await this.#to.settle();
  }

  get #connection() {
    return this.#to.server.connectionOf(this.#to.participantId);
  }
}
