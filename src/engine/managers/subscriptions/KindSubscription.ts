import type { MediaKind, StreamKind } from '../../../protocol/index.ts';
import type { Demand } from '../../Demand.ts';
import { chooseSpatialLayer, chooseTemporalLayer, NO_LIMITS, type VideoLimits } from './chooseLayers.ts';
import { videoPriority } from './videoPriority.ts';

/** How a video is wanted. */
export interface VideoChoice {
  readonly spatialLayer: number;
  readonly temporalLayer: number;
  readonly priority: number;
}

/** What is wanted of a consumer: nothing, that it waits, or that it flows; a video that somebody looks at, in which way. */
export type Wanted =
  | { readonly flow: 'none' }
  | { readonly flow: 'paused'; readonly why: 'offscreen' | 'bandwidth' }
  | { readonly flow: 'started'; readonly choice: VideoChoice | null };

/** What the server was last told of a consumer; null: it does not know, or we do not know whether it does. */
export interface Sent {
  readonly paused: boolean | null;
  readonly choice: VideoChoice | null;
}

/** The layers of a video, by their numbers. */
export interface CurrentLayers {
  readonly spatialLayer: number;
  readonly temporalLayer: number;
}

/** The wait before the first new try of what failed, in milliseconds; each later one is twice as long, up to the last. */
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/** One kind of one stream: who wants it, and the consumer that brings it. */
export class KindSubscription {
  readonly kind: MediaKind;
  readonly demands = new Set<Demand>();
  /** What the publisher tells of it; null until it has published this kind. */
  info: StreamKind | null = null;
  /** Its publisher is heard. */
  speaking = false;
  limits: VideoLimits = NO_LIMITS;
  /** There are as many videos as the device can take, of higher priority. */
  crowdedOut = false;
  consumerId: string | null = null;
  track: MediaStreamTrack | null = null;
  /** There has been a track, in this connection. */
  broughtTrack = false;
  /** A request for a consumer is on its way. */
  requested = false;
  /** After a failure: when to try again. */
  retry: { readonly at: number; readonly count: number } | null = null;
  sent: Sent = { paused: true, choice: null };
  /** What the SFU lets flow; undefined until it has told, null while it lets nothing flow. */
  currentLayers: CurrentLayers | null | undefined = undefined;
  /** Since when that is less than what is wanted, although the publisher sends. */
  shortSince: number | null = null;
  /** It should have a picture, and has none or one that stands still. */
  frozen = false;
  /** Its consumer is to be closed, and made anew. */
  renew = false;
  /** Until then it flows without anybody's demand: the server sent it unasked, and tiles are still mounting. */
  heldUntil = 0;
  /** When the last demand went, for the grace period before the consumer is closed. */
  idleSince: number | null = null;
  /** Since when less is wanted than flows: a smaller layer, or that it waits. */
  lessSince: number | null = null;

  constructor(kind: MediaKind) {
    this.kind = kind;
  }

  wanted(now: number): Wanted {
    const visible = this.#visible;
    if (visible.length === 0) {
      if (now < this.heldUntil) return { flow: 'started', choice: null };
      return this.demands.size > 0 ? { flow: 'paused', why: 'offscreen' } : { flow: 'none' };
    }
    if (this.kind === 'audio') return { flow: 'started', choice: null };
    return this.crowdedOut ? { flow: 'paused', why: 'bandwidth' } : { flow: 'started', choice: this.#choose(visible) };
  }

  /** Who gets bandwidth, and a place, first; null while nobody looks. */
  get priority(): number | null {
    const visible = this.#visible;
    return visible.length === 0 ? null : videoPriority(visible, this.speaking);
  }

  /** Whether the state shows it: somebody wants it, or it came unasked. A consumer that is only kept warm does not count. */
  shown(now: number): boolean {
    return this.demands.size > 0 || (this.consumerId !== null && now < this.heldUntil);
  }

  /** Remembers since when it is not wanted, or wanted less. */
  note(now: number): void {
    const wanted = this.wanted(now);
    const idle = this.consumerId !== null && wanted.flow === 'none';
    this.idleSince = idle ? (this.idleSince ?? now) : null;
    this.lessSince = this.#isLess(wanted) ? (this.lessSince ?? now) : null;
    const short = wanted.flow === 'started' && wanted.choice !== null && this.#isShort(wanted.choice);
    this.shortSince = short ? (this.shortSince ?? now) : null;
  }

  failed(now: number): void {
    const count = (this.retry?.count ?? 0) + 1;
    this.retry = { at: now + Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (count - 1)), count };
  }

  /** Its publisher has told of it; null: it is not there. */
  offered(info: StreamKind | null): void {
    // What failed for another producer may well work for this one.
    if (info?.producerId !== this.info?.producerId) this.retry = null;
    this.info = info;
  }

  /** Its stream has ended. */
  withdrawn(): void {
    this.info = null;
    this.retry = null;
    this.frozen = false;
  }

  /** Its consumer is set up. */
  bring(track: MediaStreamTrack): void {
    this.track = track;
    this.broughtTrack = true;
  }

  /** Forgets the consumer; the demands stay. */
  dropConsumer(): void {
    this.consumerId = null;
    this.track = null;
    this.currentLayers = undefined;
    this.sent = { paused: true, choice: null };
    this.renew = false;
    this.heldUntil = 0;
    this.idleSince = null;
    this.lessSince = null;
    this.shortSince = null;
  }

  get #visible(): Demand[] {
    return [...this.demands].filter((demand) => demand.visible ?? true);
  }

  #isLess(wanted: Wanted): boolean {
    // Sound that nobody wants ends at once.
    if (this.kind === 'audio' || this.sent.paused !== false) return false;
    if (wanted.flow === 'paused') return wanted.why === 'offscreen';
    if (wanted.flow === 'none' || !wanted.choice || !this.sent.choice) return false;
    const { spatialLayer, temporalLayer } = wanted.choice;
    return spatialLayer < this.sent.choice.spatialLayer || temporalLayer < this.sent.choice.temporalLayer;
  }

  #isShort({ spatialLayer }: VideoChoice): boolean {
    if (!this.info?.enabled || this.info.censored || this.sent.paused !== false) return false;
    if (this.currentLayers === undefined) return false;
    return this.currentLayers === null || this.currentLayers.spatialLayer < spatialLayer;
  }

  #choose(visible: readonly Demand[]): VideoChoice {
    const { width, height, spatialLayers = 1 } = this.info ?? {};
    const current = this.sent.paused === false ? this.sent.choice : null;
    const boxes = visible.map(({ width, height, devicePixelRatio = 1 }) =>
      width === undefined || height === undefined ? undefined : { width, height, devicePixelRatio },
    );
    const video = { width, height, spatialLayers };
    return {
      spatialLayer: Math.max(...boxes.map((box) => chooseSpatialLayer(video, box, current?.spatialLayer, this.limits))),
      temporalLayer: Math.max(...boxes.map((box) => chooseTemporalLayer(box, current?.temporalLayer, this.limits))),
      priority: videoPriority(visible, this.speaking),
    };
  }
}
