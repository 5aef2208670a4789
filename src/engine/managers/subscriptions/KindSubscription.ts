import type { MediaKind, StreamKind } from '../../../protocol/index.ts';
import type { Demand } from '../../Demand.ts';
import { chooseLayer } from './chooseLayer.ts';

/** What is wanted of a consumer: nothing, that it waits, or that it flows, up to a layer. */
export type Wanted =
  | { readonly flow: 'none' }
  | { readonly flow: 'paused' }
  | { readonly flow: 'started'; readonly layer: number | null };

/** One kind of one stream: who wants it, and the consumer that brings it. */
export class KindSubscription {
  readonly kind: MediaKind;
  readonly demands = new Set<Demand>();
  /** What the publisher tells of it; null until it has published this kind. */
  info: StreamKind | null = null;
  consumerId: string | null = null;
  track: MediaStreamTrack | null = null;
  /** A request for a consumer is on its way. */
  requested = false;
  /** What the server was last told about the consumer. */
  sent: { paused: boolean; layer: number | null } = { paused: true, layer: null };
  currentLayers: { readonly spatialLayer: number; readonly temporalLayer: number } | null = null;
  /** Until then it flows without anybody's demand: the server sent it unasked, and tiles are still mounting. */
  heldUntil = 0;
  /** When the last demand went, for the grace period before the consumer is closed. */
  idleSince: number | null = null;

  constructor(kind: MediaKind) {
    this.kind = kind;
  }

  wanted(now: number): Wanted {
    const visible = [...this.demands].filter((demand) => demand.visible ?? true);
    if (visible.length === 0) {
      if (now < this.heldUntil) return { flow: 'started', layer: null };
      return { flow: this.demands.size > 0 ? 'paused' : 'none' };
    }
    return { flow: 'started', layer: this.kind === 'video' ? this.#layer(visible) : null };
  }

  /** Forgets the consumer; the demands stay. */
  dropConsumer(): void {
    this.consumerId = null;
    this.track = null;
    this.currentLayers = null;
    this.sent = { paused: true, layer: null };
    this.heldUntil = 0;
    this.idleSince = null;
  }

  #layer(visible: readonly Demand[]): number {
    const layers = visible.map(({ width, height, devicePixelRatio = 1 }) =>
      chooseLayer(
        { width: this.info?.width, height: this.info?.height, spatialLayers: this.info?.spatialLayers ?? 1 },
        width === undefined || height === undefined
          ? undefined
          : { width: width * devicePixelRatio, height: height * devicePixelRatio },
      ),
    );
    return Math.max(...layers);
  }
}
