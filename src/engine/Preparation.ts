import { asRoomError } from '../errors/index.ts';
import { type DeviceFactory, type PreparedMedia, prepareMedia } from '../media/index.ts';
import type { CapabilitiesAnswer } from '../protocol/index.ts';
import type { SignallingAdapter } from '../signalling/index.ts';
import { codeFor } from './codeFor.ts';
import { loadJoining } from './loadJoining.ts';
import type { RoomOptions } from './RoomOptions.ts';

/** What can be done before a room is joined: the server's capabilities, the mediasoup device, a certificate, the code of the room. */
export class Preparation {
  readonly #signalling: Pick<SignallingAdapter, 'capabilities'>;
  readonly #createDevice: DeviceFactory;
  readonly #code: readonly (() => Promise<unknown>)[];
  #media: { readonly serverUrl: string; readonly result: Promise<PreparedMedia> } | null = null;

  constructor(
    signalling: Pick<SignallingAdapter, 'capabilities'>,
    createDevice: DeviceFactory,
    options: Pick<RoomOptions, 'signalling' | 'environment'>,
  ) {
    this.#signalling = signalling;
    this.#createDevice = createDevice;
    this.#code = codeFor(options);
  }

  /** Fetches the code, beside a token that has to be asked for first. Whoever needs it is told when it cannot be had. */
  preload(): void {
    for (const load of this.#code) load().catch(() => {});
  }

  /** Prepared media for a server: what is there or on its way is taken, a failure is tried again. Nobody's to abort: others may wait for it too. */
  media(serverUrl: string): Promise<PreparedMedia> {
    if (this.#media?.serverUrl === serverUrl) return this.#media.result;
    const result = this.#prepare(serverUrl);
    const media = { serverUrl, result };
    this.#media = media;
    result.catch(() => {
      if (this.#media === media) this.#media = null;
    });
    return result;
  }

  /** The server says that what was loaded is out of date. */
  reset(): void {
    this.#media = null;
  }

  async #prepare(serverUrl: string): Promise<PreparedMedia> {
    // All code comes while the server answers.
    const code = loadJoining();
    code.catch(() => {});
    const device = this.#createDevice();
    device.catch(() => {});
    let capabilities: CapabilitiesAnswer;
    try {
      capabilities = await this.#signalling.capabilities(serverUrl, new AbortController().signal);
    } catch (error) {
      throw asRoomError(error, 'unreachable');
    }
    const media = await prepareMedia(() => device, capabilities);
    await code;
    return media;
  }
}
