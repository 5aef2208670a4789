/**
 * How long a layer that nobody wants any more is sent on, in milliseconds. Whoever scrolls by, or turns a page of the
 * grid and back, must not make the sender begin anew each time: that costs it a key frame and the viewer a moment.
 */
export const LAYER_HOLD_MS = 4_000;

/** Before anybody was told otherwise: all layers there are. */
const ALL = Number.POSITIVE_INFINITY;
/** As a number, so that it compares: less than the smallest layer. */
const NONE = -1;

/** The highest spatial layer that anybody wants of a producer; null: nobody wants it at all. */
export interface WantedLayers {
  readonly id: string;
  readonly spatialLayer: number | null;
}

interface Publisher {
  readonly outbox: { notify(method: 'producersWanted', data: { producers: WantedLayers[] }): void };
}

interface Entry {
  readonly publisher: Publisher;
  readonly viewers: Map<object, number>;
  /** The highest layer that the publisher was told to send. */
  told: number;
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
    this.#entries.set(producerId, { publisher, viewers: new Map(), told: ALL, hold: null });
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

  /** Says what one viewer wants: up to a spatial layer, or nothing (null). What is no video of the room is passed over. */
  set(producerId: string, viewer: object, spatialLayer: number | null): void {
    const entry = this.#entries.get(producerId);
    if (!entry || (entry.viewers.get(viewer) ?? null) === spatialLayer) return;
    if (spatialLayer === null) entry.viewers.delete(viewer);
    else entry.viewers.set(viewer, spatialLayer);
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
      if (wanted < entry.told) {
        entry.hold ??= setTimeout(() => {
          entry.hold = null;
          tell(entry.publisher, [change(id, entry, highest(entry))]);
        }, LAYER_HOLD_MS).unref();
        continue;
      }
      if (entry.hold) clearTimeout(entry.hold);
      entry.hold = null;
      if (wanted === entry.told) continue;
      const producers = news.get(entry.publisher) ?? [];
      producers.push(change(id, entry, wanted));
      news.set(entry.publisher, producers);
    }
    this.#changed.clear();
    for (const [publisher, producers] of news) tell(publisher, producers);
  }
}

function highest({ viewers }: Entry): number {
  return Math.max(NONE, ...viewers.values());
}

function change(id: string, entry: Entry, wanted: number): WantedLayers {
  entry.told = wanted;
  return { id, spatialLayer: wanted === NONE ? null : wanted };
}

function tell({ outbox }: Publisher, producers: WantedLayers[]): void {
  outbox.notify('producersWanted', { producers });
}
