import type {
  AttemptRecord,
  WebhookDeliveriesRepository,
  WebhookDelivery,
} from '../db/repositories/WebhookDeliveriesRepository.ts';
import type { Log } from '../rooms/Log.ts';
import { type AttemptOutcome, attemptDelivery } from './attemptDelivery.ts';
import { retryDelayMs } from './retryDelay.ts';
import type { WebhookClient } from './WebhookClient.ts';
import type { WebhookKeys } from './WebhookKeys.ts';

/** How often it is looked for what is to be tried again; new events are announced. */
const LOOK_EVERY_MS = 5_000;
const REMOVE_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Requests under way at the same time, in all. */
const CONCURRENCY = 64;
/** Requests under way to one receiver: a slow one does not take the places of the others. */
const CONCURRENCY_PER_RECEIVER = 8;
/** How long closing goes on with what is to be delivered: that everybody left is told by the server that stops. */
const DRAIN_MS = 3_000;

/** What deliveries are made with. */
export interface DelivererDeps {
  deliveries: WebhookDeliveriesRepository;
  client: Pick<WebhookClient, 'post'>;
  keys: Pick<WebhookKeys, 'headersFor'>;
  log: Log;
  now(): Date;
  /** How long a receiver may take where its room does not say. */
  timeoutSecs: number;
  maxAttempts: number;
  keepDays: number;
}

/**
 * Delivers what is written down in the database, in the order of the events within a session, and tries again what
 * fails. A delivery that failed lets later ones of its session pass until its time comes. What is under way when the
 * server dies is delivered by the next one: at least once, and sometimes twice.
 */
export class WebhookDeliverer {
  readonly #deps: DelivererDeps;
  readonly #closing = new AbortController();
  readonly #underWay = new Map<string, { delivery: WebhookDelivery; done: Promise<void> }>();
  readonly #timers: NodeJS.Timeout[] = [];
  #looking: Promise<void> | null = null;
  #lookAgain = false;
  #removing: Promise<void> = Promise.resolve();

  constructor(deps: DelivererDeps) {
    this.#deps = deps;
  }

  /** Begins to deliver. */
  start(): void {
    this.#timers.push(setInterval(() => this.wake(), LOOK_EVERY_MS).unref());
    this.#timers.push(setInterval(() => this.#removeOld(), REMOVE_EVERY_MS).unref());
    this.wake();
    this.#removeOld();
  }

  /** There may be something to deliver. */
  wake(): void {
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
  }

  /** Delivers what is due, for up to so long; breaks the rest off. It is delivered after the next start. */
  async stop(drainMs = DRAIN_MS): Promise<void> {
    if (this.#timers.length === 0) return;
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    const deadline = setTimeout(() => this.#closing.abort(), drainMs);
    this.wake();
    while (this.#looking || this.#underWay.size > 0) {
      await (this.#looking ?? Promise.race([...this.#underWay.values()].map(({ done }) => done)));
    }
    clearTimeout(deadline);
    this.#closing.abort();
    await this.#removing;
  }

  async #look(): Promise<void> {
    try {
      while (this.#lookAgain && !this.#closing.signal.aborted) {
        this.#lookAgain = false;
        await this.#beginDue();
      }
    } catch (err) {
      this.#deps.log.error({ err }, 'What is to be delivered to webhooks cannot be read. It is tried again.');
    }
  }

  async #beginDue(): Promise<void> {
    const free = CONCURRENCY - this.#underWay.size;
    if (free === 0) return;
    const sessionIds = [...this.#underWay.values()].map(({ delivery }) => delivery.sessionId);
    const due = await this.#deps.deliveries.due(free, { sessionIds, origins: this.#busyOrigins() });
    if (due.more) this.#lookAgain = true;
    for (const delivery of due.deliveries) {
      if (this.#closing.signal.aborted) return;
      // Those passed over may have taken the places of others: look again, without this receiver.
      if (this.#busyOrigins().includes(delivery.origin)) this.#lookAgain = true;
      else this.#begin(delivery);
    }
  }

  #busyOrigins(): string[] {
    const byOrigin = Map.groupBy(this.#underWay.values(), ({ delivery }) => delivery.origin);
    return [...byOrigin].filter(([, some]) => some.length >= CONCURRENCY_PER_RECEIVER).map(([origin]) => origin);
  }

  #begin(delivery: WebhookDelivery): void {
    const done = this.#deliver(delivery).then((recorded) => {
      this.#underWay.delete(delivery.id);
      // What could not be recorded is found again by the timer, not at once and for ever.
      if (recorded) this.wake();
    });
    this.#underWay.set(delivery.id, { delivery, done });
  }

  /** One attempt. Tells whether what came of it is on record. */
  async #deliver(delivery: WebhookDelivery): Promise<boolean> {
    const { deliveries, log } = this.#deps;
    try {
      const attempt = delivery.attempts + 1;
      const outcome = await attemptDelivery(delivery, attempt, { ...this.#deps, signal: this.#closing.signal });
      const record = this.#toRecord(attempt, outcome);
      const { id, eventType, roomId } = delivery;
      const about = { deliveryId: id, eventType, roomId, attempt, error: outcome.error };
      if (record.status === 'failed') log.warn(about, 'A webhook delivery is given up.');
      else if (record.status === 'pending') log.info(about, 'A webhook delivery failed. It is tried again.');
      await deliveries.recordAttempt(id, record);
      return true;
    } catch (err) {
      if (!this.#closing.signal.aborted) log.error({ err, deliveryId: delivery.id }, 'A webhook delivery broke off.');
      return false;
    }
  }

  #toRecord(attempts: number, { deliveredTo, statusCode, error, gone }: AttemptOutcome): AttemptRecord {
    const over = { attempts, nextAttemptAt: null, lastStatusCode: statusCode, lastError: error, deliveredTo };
    if (deliveredTo !== null) return { ...over, status: 'delivered' };
    if (gone || attempts >= this.#deps.maxAttempts) return { ...over, status: 'failed' };
    const nextAttemptAt = new Date(this.#deps.now().getTime() + retryDelayMs(attempts));
    return { ...over, status: 'pending', nextAttemptAt };
  }

  #removeOld(): void {
    const { deliveries, keepDays, log, now } = this.#deps;
    const before = new Date(now().getTime() - keepDays * DAY_MS);
    this.#removing = deliveries.removeOver(before).catch((err: unknown) => {
      log.error({ err }, 'Old webhook deliveries cannot be removed. It is tried again in an hour.');
    });
  }
}
