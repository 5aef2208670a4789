import type { Layers } from './RoomMedia.ts';

/**
 * How long a layer that nobody wants any more is sent on, in milliseconds. Whoever scrolls by, or turns a page of the
 * grid and back, must not make the sender begin anew each time: that costs it a key frame and the viewer a moment.
 */
export const LAYER_HOLD_MS = 4_000;

/** Before anybody was told otherwise: all layers there are. */
const ALL = Number.POSITIVE_INFINITY;
/** As a number, so that it compares: less than the smallest layer. */
const NONE = -1;

/** The highest layers that anybody wants of a producer. */
export interface WantedLayers {
  readonly id: string;
  /** Null: nobody wants it at all. */
  readonly spatialLayer: number | null;
  /** Left out when somebody wants all frames, or nobody wants any. */
  readonly temporalLayer?: number;
}

interface Publisher {
  readonly outbox: { notify(method: 'producersWanted', data: { producers: WantedLayers[] }): void };
}

/** As numbers that compare. */
interface Highest {
  readonly spatial: number;
  readonly temporal: number;
}

interface Entry {
  readonly publisher: Publisher;
  readonly viewers: Map<object, Highest>;
  /** What the publisher was told to send. */
  told: Highest;
  /** Runs while less is wanted than is sent. */
  hold: NodeJS.Timeout | null;
}

/**
 * Who wants which layers of the videos in a room. Publishers are told what to send: more at once, all that comes in one
 * tick in one message; less when it has not been wanted for {@link LAYER_HOLD_MS}.
 */
export class ProducerDemands {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Set<string>();
  #flush: NodeJS.Immediate | null = null;

  /** A video that is new: its publisher sends all of it. */
  add(producerId: string, publisher: Publisher): void {
    this.#entries.set(producerId, { publisher, viewers: new Map(), told: { spatial: ALL, temporal: ALL }, hold: null });
    this.#look(producerId);
  }

  remove(producerIds: readonly string[]): void {
    for (const id of producerIds) {
      const hold = this.#entries.get(id)?.hold;
      if (hold) clearTimeout(hold);
      this.#entries.delete(id);
      this.#changed.delete(id);
    }
  }

  /** Says what one viewer wants: up to these layers, or nothing (null). What is no video of the room is passed over. */
  set(producerId: string, viewer: object, layers: Layers | null): void {
    const entry = this.#entries.get(producerId);
    if (!entry) return;
    if (layers) entry.viewers.set(viewer, { spatial: layers.spatialLayer, temporal: layers.temporalLayer ?? ALL });
    else if (!entry.viewers.delete(viewer)) return;
    this.#look(producerId);
  }

  /** Everybody has gone. */
  clear(): void {
    this.remove([...this.#entries.keys()]);
    if (this.#flush) clearImmediate(this.#flush);
    this.#flush = null;
  }

  #look(producerId: string): void {
    this.#changed.add(producerId);
    this.#flush ??= setImmediate(() => {
      this.#flush = null;
      this.#compare();
    });
  }

  #compare(): void {
    const news = new Map<Publisher, WantedLayers[]>();
    for (const id of this.#changed) {
      const entry = this.#entries.get(id);
      if (!entry) continue;
      const wanted = highest(entry);
      const grown = higher(wanted, entry.told);
      if (isSame(grown, wanted)) {
        if (entry.hold) clearTimeout(entry.hold);
        entry.hold = null;
      } else {
        entry.hold ??= setTimeout(() => {
          entry.hold = null;
          tell(entry.publisher, [change(id, entry, highest(entry))]);
        }, LAYER_HOLD_MS).unref();
      }
      if (isSame(grown, entry.told)) continue;
      const producers = news.get(entry.publisher) ?? [];
      producers.push(change(id, entry, grown));
      news.set(entry.publisher, producers);
    }
    this.#changed.clear();
    for (const [publisher, producers] of news) tell(publisher, producers);
  }
}

function highest({ viewers }: Entry): Highest {
  return [...viewers.values()].reduce(higher, { spatial: NONE, temporal: NONE });
}

function higher(a: Highest, b: Highest): Highest {
  return { spatial: Math.max(a.spatial, b.spatial), temporal: Math.max(a.temporal, b.temporal) };
}

function isSame(a: Highest, b: Highest): boolean {
  return a.spatial === b.spatial && a.temporal === b.temporal;
}

function change(id: string, entry: Entry, wanted: Highest): WantedLayers {
  entry.told = wanted;
  const { spatial, temporal } = wanted;
  if (spatial === NONE) return { id, spatialLayer: null };
  return { id, spatialLayer: spatial, ...(temporal !== ALL && { temporalLayer: temporal }) };
}

function tell({ outbox }: Publisher, producers: WantedLayers[]): void {
  outbox.notify('producersWanted', { producers });
}
