import type { Composition } from '../db/repositories/CompositionsRepository.ts';
import type { RoomEvent } from '../events/RoomEvent.ts';
import type { WebhookTarget } from '../events/WebhookTarget.ts';
import { DOWNLOAD_TTL_SECS } from '../storage/DownloadUrls.ts';
import { megabytes } from '../storage/megabytes.ts';
import type { Storage } from '../storage/Storage.ts';
import type { Film } from './ffmpeg/composeFilm.ts';

/** Prepares the event that a composition is there: its URL is signed before the transaction that records it begins. */
export async function completedEvent(
  { storageKey, sizeBytes, durationSecs }: Film & { storageKey: string },
  storage: Pick<Storage, 'signedUrl'>,
): Promise<(composition: Composition) => RoomEvent> {
  const downloadUrl = await storage.signedUrl(storageKey, DOWNLOAD_TTL_SECS);
  return (composition) => ({
    type: 'video.room.composition.completed',
    payload: {
      ...idsOf(composition),
      format: composition.format,
      resolution: `${composition.width}x${composition.height}`,
      duration_secs: Math.round(durationSecs),
      size_mb: megabytes(sizeBytes),
      download_url: downloadUrl,
    },
  });
}

/** The event that a composition cannot be made. */
export function failedEvent(composition: Composition, reason: string): RoomEvent {
  return { type: 'video.room.composition.failed', payload: { ...idsOf(composition), reason } };
}

/** Where the events of a composition go: to its own webhook if it has one, else (`undefined`) to that of its room. */
export function targetOf(composition: Composition): WebhookTarget | undefined {
  const { webhookEventUrl, webhookEventFailoverUrl, webhookTimeoutSecs } = composition;
  return webhookEventUrl ? { webhookEventUrl, webhookEventFailoverUrl, webhookTimeoutSecs } : undefined;
}

function idsOf({ id, roomId, sessionId }: Composition) {
  return { room_id: roomId, session_id: sessionId, composition_id: id };
}
