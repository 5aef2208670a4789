import type { MediaKind } from '../protocol/index.ts';

/**
 * That somebody wants to see or hear a stream, and how large: a `<video>` on screen, say. The room
 * merges all demands for a stream into one subscription and the simulcast layer that is enough.
 */
export interface Demand {
  readonly participantId: string;
  readonly key: string;
  readonly kind: MediaKind;
  /** Size on the page in CSS pixels; not used for audio. @default 0 */
  readonly width?: number;
  readonly height?: number;
  /** Device pixels for a CSS pixel. @default 1 */
  readonly devicePixelRatio?: number;
  /** False while it is scrolled away or covered: the stream is paused then. @default true */
  readonly visible?: boolean;
  /**
   * 1 (lowest) to 255: who gets bandwidth first when there is too little, and is shown at all where the device cannot
   * take all. Of several demands for a stream the highest counts.
   *
   * @default from 10 to 80 by the size, and 100 more for who speaks
   */
  readonly priority?: number | undefined;
}

/** A registered {@link Demand}. */
export interface DemandHandle {
  /** Changes what is wanted; what is left out stays as it is. */
  update(change: Partial<Omit<Demand, 'participantId' | 'key' | 'kind'>>): void;
  /** Not wanted any more. Releasing twice does no harm. */
  release(): void;
}
