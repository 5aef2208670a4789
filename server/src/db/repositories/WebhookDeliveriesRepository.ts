import { and, eq, inArray, lt, lte, ne, notInArray, type SQL } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { RoomEventType } from '../../events/RoomEvent.ts';
import type { Database } from '../Database.ts';
import { type DateRange, withinRange } from '../DateRange.ts';
import { type Page, type PageRequest, readPage } from '../readPage.ts';
import { webhookDeliveries } from '../schema/index.ts';
import type { WebhookDeliveryStatus } from '../schema/webhookDeliveries.ts';

/** An event on its way to a webhook, or one that has arrived or was given up. */
export type WebhookDelivery = typeof webhookDeliveries.$inferSelect;

/** How many are looked at to find those that may go. */
const LOOKED_AT = 256;

/** Which deliveries are wanted; what is absent does not matter. */
export interface WebhookDeliveryFilter {
  status?: WebhookDeliveryStatus;
  eventType?: RoomEventType;
  roomId?: string;
  sessionId?: string;
  createdAt: DateRange;
}

/** What is passed over when the next deliveries are looked for. */
export interface Busy {
  /** Sessions that have a delivery under way: within a session there is one at a time. */
  sessionIds: readonly string[];
  /** Receivers that have enough to do. */
  origins: readonly string[];
}

/** What is to be delivered now. */
export interface DueDeliveries {
  deliveries: WebhookDelivery[];
  /** There may be others, behind those that were looked at. */
  more: boolean;
}

/** What an attempt did to a delivery. */
export type AttemptRecord = Pick<
  WebhookDelivery,
  'status' | 'attempts' | 'nextAttemptAt' | 'lastStatusCode' | 'lastError' | 'deliveredTo'
>;

/** Deliveries to webhooks: those to come, and the log of those that are over. */
export class WebhookDeliveriesRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** Deliveries whose time has come: one of each session, those that wait longest first. */
  async due(limit: number, busy: Busy): Promise<DueDeliveries> {
    const { id, sessionId, seq, status, nextAttemptAt, origin } = webhookDeliveries;
    const condition = and(
      eq(status, 'pending'),
      lte(nextAttemptAt, this.#now()),
      busy.sessionIds.length > 0 ? notInArray(sessionId, [...busy.sessionIds]) : undefined,
      busy.origins.length > 0 ? notInArray(origin, [...busy.origins]) : undefined,
    );
    const order = [nextAttemptAt, seq] as const;
    const waiting = await this.#db
      .select({ id, sessionId })
      .from(webhookDeliveries)
      .where(condition)
      .orderBy(...order)
      .limit(LOOKED_AT);
    const first = new Map(waiting.toReversed().map((delivery) => [delivery.sessionId, delivery.id]));
    const ids = waiting.filter((delivery) => first.get(delivery.sessionId) === delivery.id).slice(0, limit);
    if (ids.length === 0) return { deliveries: [], more: false };
    const deliveries = await this.#db
      .select()
      .from(webhookDeliveries)
      .where(
        inArray(
          id,
          ids.map((delivery) => delivery.id),
        ),
      )
      .orderBy(...order);
    return { deliveries, more: waiting.length === LOOKED_AT };
  }

  /** Writes down what came of an attempt. */
  async recordAttempt(id: string, record: AttemptRecord): Promise<void> {
    const now = this.#now();
    await this.#db
      .update(webhookDeliveries)
      .set({ ...record, lastAttemptAt: now, updatedAt: now })
      .where(eq(webhookDeliveries.id, id));
  }

  /** Deliveries that pass the filter, the newest first. */
  list(filter: WebhookDeliveryFilter, page: PageRequest): Promise<Page<WebhookDelivery>> {
    const condition = toCondition(filter);
    const query = this.#db.select().from(webhookDeliveries).where(condition).$dynamic();
    const order = [webhookDeliveries.createdAt, webhookDeliveries.id] as const;
    return readPage(this.#db, webhookDeliveries, condition, query, page, order);
  }

  async find(id: string): Promise<WebhookDelivery | null> {
    const [delivery] = await this.#db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id));
    return delivery ?? null;
  }

  /** Begins anew with a delivery, whatever came of it before; gives it, or `null` if there is none. */
  async redeliver(id: string): Promise<WebhookDelivery | null> {
    const now = this.#now();
    const [delivery] = await this.#db
      .update(webhookDeliveries)
      .set({ status: 'pending', attempts: 0, nextAttemptAt: now, deliveredTo: null, updatedAt: now })
      .where(eq(webhookDeliveries.id, id))
      .returning();
    return delivery ?? null;
  }

  /** How many are still to be delivered. */
  countPending(): Promise<number> {
    return this.#db.$count(webhookDeliveries, eq(webhookDeliveries.status, 'pending'));
  }

  /** Forgets deliveries that have been over since before that moment. */
  async removeOver(before: Date): Promise<void> {
    await this.#db
      .delete(webhookDeliveries)
      .where(and(ne(webhookDeliveries.status, 'pending'), lt(webhookDeliveries.updatedAt, before)));
  }
}

function toCondition({ status, eventType, roomId, sessionId, createdAt }: WebhookDeliveryFilter): SQL | undefined {
  return and(
    status === undefined ? undefined : eq(webhookDeliveries.status, status),
    eventType === undefined ? undefined : eq(webhookDeliveries.eventType, eventType),
    roomId === undefined ? undefined : eq(webhookDeliveries.roomId, roomId),
    sessionId === undefined ? undefined : eq(webhookDeliveries.sessionId, sessionId),
    withinRange(webhookDeliveries.createdAt, createdAt),
  );
}
