import { asRoomError } from '../errors/index.ts';
import { type DeviceFactory, type PreparedMedia, prepareMedia } from '../media/index.ts';
import type { CapabilitiesAnswer } from '../protocol/index.ts';
import type { SignallingAdapter } from '../signalling/index.ts';

/** What can be done before a room is joined: the server's capabilities, the mediasoup device, a certificate. */
export class Preparation {
  readonly #signalling: Pick<SignallingAdapter, 'capabilities'>;
  readonly #createDevice: DeviceFactory;
  #media: { readonly serverUrl: string; readonly result: Promise<PreparedMedia> } | null = null;

  constructor(signalling: Pick<SignallingAdapter, 'capabilities'>, createDevice: DeviceFactory) {
    this.#signalling = signalling;
    this.#createDevice = createDevice;
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
    // The device's code comes while the server answers.
    const device = this.#createDevice();
    device.catch(() => {});
    let capabilities: CapabilitiesAnswer;
    try {
      capabilities = await this.#signalling.capabilities(serverUrl, new AbortController().signal);
    } catch (error) {
      throw asRoomError(error, 'unreachable');
    }
    return prepareMedia(() => device, capabilities);
  }
}
