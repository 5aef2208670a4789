import type { DemandHandle } from '../engine/Demand.ts';
import { watchElement } from './watchElement.ts';

/**
 * Ties a `<video>` element to a track and to a demand. Element, track and demand come and go
 * independently: a track that arrives must not give up the demand that brought it.
 */
export class VideoAttachment {
  #element: HTMLVideoElement | null = null;
  #track: MediaStreamTrack | null = null;
  /** The track that the element plays. */
  #shown: MediaStreamTrack | null = null;
  #demand: DemandHandle | null = null;
  #priority: number | undefined;
  #unwatch: (() => void) | null = null;

  /** To be the element's ref; the same function for life. */
  readonly ref = (element: HTMLVideoElement | null): void => {
    this.#show(null);
    this.#unwatch?.();
    this.#unwatch = null;
    this.#element = element;
    this.#show(this.#track);
    this.#watch();
  };

  setTrack(track: MediaStreamTrack | null): void {
    this.#track = track;
    this.#show(track);
  }

  setDemand(demand: DemandHandle | null): void {
    this.#unwatch?.();
    this.#unwatch = null;
    this.#demand = demand;
    if (this.#priority !== undefined) demand?.update({ priority: this.#priority });
    this.#watch();
  }

  setPriority(priority: number | undefined): void {
    if (priority === this.#priority) return;
    this.#priority = priority;
    this.#demand?.update({ priority });
  }

  #show(track: MediaStreamTrack | null): void {
    const element = this.#element;
    if (!element || track === this.#shown) return;
    this.#shown = track;
    element.srcObject = track ? new MediaStream([track]) : null;
  }

  #watch(): void {
    const demand = this.#demand;
    if (!demand) return;
    if (this.#element) this.#unwatch = watchElement(this.#element, (change) => demand.update(change));
    else demand.update({ visible: false });
  }
}
