import type { Clock } from '../Clock.ts';
import type { Database } from '../db/Database.ts';
import { addWebhookDeliveries } from '../webhooks/addWebhookDeliveries.ts';
import type { RoomEvent } from './RoomEvent.ts';
import type { WebhookTarget } from './WebhookTarget.ts';

/** Publishes an event with the transaction it belongs to. `to` takes the place of the room's own webhook. */
export type Publish = (event: RoomEvent, to?: WebhookTarget) => void;

/** An event on its way out. */
export interface PublishedEvent {
  event: RoomEvent;
  to: WebhookTarget | undefined;
}

/**
 * Tells those outside what happens in rooms. An event is written down in the transaction that records what happened, so
 * that neither is there without the other, whatever the server dies of.
 */
export class RoomEvents {
  readonly #db: Database;
  readonly #now: Clock;
  readonly #listeners = new Set<(events: readonly RoomEvent[]) => void>();

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** Runs `work` in one transaction with the events that it publishes. If it throws, nothing of either has happened. */
  async record<Result>(work: (tx: Database, publish: Publish) => Promise<Result>): Promise<Result> {
    const published: PublishedEvent[] = [];
    const result = await this.#db.transaction(async (tx) => {
      const value = await work(tx, (event, to) => published.push({ event, to }));
      await addWebhookDeliveries(tx, published, this.#now());
      return value;
    });
    const events = published.map(({ event }) => event);
    if (events.length > 0) for (const listener of this.#listeners) listener(events);
    return result;
  }

  /** Publishes an event by itself. */
  publish(event: RoomEvent, to?: WebhookTarget): Promise<void> {
    return this.record(async (_tx, publish) => publish(event, to));
  }

  /** Calls the listener whenever events have been committed. Returns what undoes it. */
  onPublished(listener: (events: readonly RoomEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
