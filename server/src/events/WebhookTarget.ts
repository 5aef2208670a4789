import type { RoomValues } from '../db/repositories/RoomsRepository.ts';

/** Where the events of a room, or of a composition, go. Without a URL they go nowhere. */
export type WebhookTarget = Pick<RoomValues, 'webhookEventUrl' | 'webhookEventFailoverUrl' | 'webhookTimeoutSecs'>;
