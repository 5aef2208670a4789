import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Database } from '../db/Database.ts';
import { rooms, webhookDeliveries } from '../db/schema/index.ts';
import type { RoomEvent } from '../events/RoomEvent.ts';
import type { PublishedEvent } from '../events/RoomEvents.ts';
import type { WebhookTarget } from '../events/WebhookTarget.ts';

/** Postgres takes 65,535 parameters in a statement. */
const ROWS_AT_ONCE = 1000;

type NewDelivery = typeof webhookDeliveries.$inferInsert;

/** Writes down which events are to be delivered where. A room without a webhook causes none. */
export async function addWebhookDeliveries(
  tx: Database,
  published: readonly PublishedEvent[],
  now: Date,
): Promise<void> {
  const unaddressed = published.filter(({ to }) => to === undefined).map(({ event }) => event.payload.room_id);
  const ofRooms = await targetsOf(tx, [...new Set(unaddressed)]);
  const rows = published.flatMap(({ event, to }) => {
    const target = to ?? ofRooms.get(event.payload.room_id);
    const row = target && toDelivery(event, target, now);
    return row ? [row] : [];
  });
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx.insert(webhookDeliveries).values(rows.slice(start, start + ROWS_AT_ONCE));
  }
}

/** The webhooks of rooms, deleted ones included: that their last session ended is still to be told. */
async function targetsOf(tx: Database, roomIds: readonly string[]): Promise<Map<string, WebhookTarget>> {
  if (roomIds.length === 0) return new Map();
  const { id, webhookEventUrl, webhookEventFailoverUrl, webhookTimeoutSecs } = rooms;
  const found = await tx
    .select({ id, webhookEventUrl, webhookEventFailoverUrl, webhookTimeoutSecs })
    .from(rooms)
    .where(inArray(rooms.id, [...roomIds]));
  return new Map(found.map((room) => [room.id, room]));
}

function toDelivery(event: RoomEvent, target: WebhookTarget, now: Date): NewDelivery | null {
  const url = target.webhookEventUrl;
  if (!url) return null;
  const id = randomUUID();
  const occurredAt = event.occurredAt ?? now;
  return {
    id,
    eventType: event.type,
    roomId: event.payload.room_id,
    sessionId: event.payload.session_id,
    event: JSON.stringify({
      record_type: 'event',
      event_type: event.type,
      id,
      occurred_at: occurredAt.toISOString(),
      payload: event.payload,
    }),
    occurredAt,
    url,
    failoverUrl: target.webhookEventFailoverUrl || null,
    timeoutSecs: target.webhookTimeoutSecs,
    origin: URL.parse(url)?.origin ?? url,
    status: 'pending',
    attempts: 0,
    nextAttemptAt: now,
    createdAt: now,
    updatedAt: now,
  };
}
