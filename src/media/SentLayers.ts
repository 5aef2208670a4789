import type { types } from 'mediasoup-client';
import { degradationPreferenceOf, temporalLayers } from './encodings.ts';

type Transport = Pick<types.Transport, 'observer' | 'on' | 'updateIceServers'>;
type Producer = types.Producer;
/** TypeScript's own does not know of it yet: https://www.w3.org/TR/webrtc-svc/#rtcrtpencodingparameters */
type LayeredEncoding = RTCRtpEncodingParameters & { scalabilityMode?: string };

/** What the others want of one of our videos: up to a simulcast layer, or nothing (null). */
export interface WantedLayers {
  readonly id: string;
  readonly spatialLayer: number | null;
  /** Up to which temporal layer of it. @default all of them */
  readonly temporalLayer?: number | undefined;
}

/**
 * How our videos are sent: what is kept of them when there is too little of everything, resolution for screens and
 * motion for faces, and which of their layers are encoded, the temporal ones where the browser was told of them. A layer
 * that is off costs neither processor nor bandwidth, and one that is turned on begins with a key frame.
 *
 * It is set at the sender itself (https://w3c.github.io/webrtc-pc/#dom-rtcrtpencodingparameters-active), since
 * mediasoup-client's `setMaxSpatialLayer` negotiates. Any other negotiation turns all layers on again in Chromium, for
 * the answer that mediasoup-client makes does not know of those that are off; so they are looked at after each.
 */
export class SentLayers {
  readonly #transport: Transport;
  readonly #iceServers: readonly RTCIceServer[];
  readonly #producers = new Map<string, Producer>();
  readonly #wanted = new Map<string, WantedLayers>();
  readonly #running = new Set<string>();
  /** The highest temporal layer that is encoded; undefined, as at first: all. No negotiation changes it. */
  readonly #temporal = new WeakMap<Producer, number | undefined>();
  /** Videos whose sender knows what to keep when there is too little of everything. */
  readonly #preferring = new WeakSet<Producer>();

  constructor(transport: Transport, iceServers: readonly RTCIceServer[]) {
    this.#transport = transport;
    this.#iceServers = iceServers;
    transport.observer.on('newproducer', (producer) => this.#added(producer));
    // ICE that began anew has negotiated.
    transport.on('connectionstatechange', () => this.#applyAll());
  }

  /** Encodes what is wanted and nothing else. A video that is gone is passed over. */
  handleWanted(wanted: readonly WantedLayers[]): void {
    for (const layers of wanted) {
      if (!this.#producers.has(layers.id)) continue;
      this.#wanted.set(layers.id, layers);
      void this.#apply(layers.id);
    }
  }

  #added(producer: Producer): void {
    this.#producers.set(producer.id, producer);
    if (producer.kind === 'video') void this.#apply(producer.id);
    this.#applyAll();
    producer.observer.once('close', () => {
      this.#producers.delete(producer.id);
      this.#wanted.delete(producer.id);
      void this.#applyWhenNegotiated();
    });
  }

  /** A transport does one thing after the other: when this is done, so is the negotiation that was begun before. */
  async #applyWhenNegotiated(): Promise<void> {
    if (this.#wanted.size === 0) return;
    await this.#transport.updateIceServers({ iceServers: [...this.#iceServers] }).catch(() => {});
    this.#applyAll();
  }

  #applyAll(): void {
    for (const id of this.#wanted.keys()) void this.#apply(id);
  }

  /** One at a time: a sender refuses parameters that are older than its own. */
  async #apply(id: string): Promise<void> {
    if (this.#running.has(id)) return;
    this.#running.add(id);
    while (await this.#adjust(this.#producers.get(id), this.#wanted.get(id)));
    this.#running.delete(id);
  }

  /** @returns Whether there was something to do, and it could be done. */
  async #adjust(producer: Producer | undefined, wanted: WantedLayers | undefined): Promise<boolean> {
    const sender = producer?.rtpSender;
    if (!producer || !sender) return false;
    const parameters = sender.getParameters();
    const encodings: LayeredEncoding[] = parameters.encodings;
    const prefers = this.#preferring.has(producer) || !producer.track;
    const active = (layer: number) => wanted?.spatialLayer != null && layer <= wanted.spatialLayer;
    const right = !wanted || encodings.every((encoding, layer) => (encoding.active ?? true) === active(layer));
    // Of what is not sent at all it makes no difference.
    const temporal = wanted?.spatialLayer != null ? wanted.temporalLayer : this.#temporal.get(producer);
    const rightFrames = temporal === this.#temporal.get(producer);
    if (prefers && right && rightFrames) return false;
    if (producer.track && !prefers) {
      parameters.degradationPreference = degradationPreferenceOf(producer.track);
      this.#preferring.add(producer);
    }
    for (const [layer, encoding] of encodings.entries()) {
      if (wanted) encoding.active = active(layer);
      if (rightFrames || encoding.scalabilityMode === undefined) continue;
      delete encoding.maxFramerate;
      Object.assign(encoding, temporalLayers(temporal, producer.track?.getSettings().frameRate));
    }
    return sender.setParameters(parameters).then(
      () => {
        this.#temporal.set(producer, temporal);
        return true;
      },
      // Its transport was closed meanwhile, or a negotiation came between; then it is looked at again after that.
      () => false,
    );
  }
}
