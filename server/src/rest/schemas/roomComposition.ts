import { type Static, Type } from 'typebox';
import type { AudioSources, VideoRegion } from '../../compositions/CompositionLayout.ts';
import type { Composition } from '../../db/repositories/CompositionsRepository.ts';
import { DOWNLOAD_TTL_SECS } from '../../storage/DownloadUrls.ts';
import { megabytes } from '../../storage/megabytes.ts';
import type { Storage } from '../../storage/Storage.ts';
import { named } from './named.ts';
import { NullableTimestamp, Timestamp, Uuid } from './text.ts';

const nullable = <Value>(type: string, description: string) =>
  Type.Unsafe<Value | null>({ type: [type, 'null'], description });

const Sources = Type.Array(Type.String(), { description: 'Ids of recordings, or "*" for all of the session.' });

const Region = named('VideoRegion', {
  x_pos: Type.Integer(),
  y_pos: Type.Integer(),
  z_pos: Type.Integer(),
  width: Type.Integer(),
  height: Type.Integer(),
  max_columns: nullable<number>('integer', 'Null: as many as are needed.'),
  max_rows: nullable<number>('integer', 'Null: as many as are needed.'),
  video_sources: Sources,
});

/** A composition, as the API shows it. */
export const RoomComposition = named('RoomComposition', {
  id: Uuid,
  record_type: Type.Literal('room_composition'),
  room_id: Uuid,
  session_id: Uuid,
  user_id: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    format: 'uuid',
    description: 'The id of the API key that asked for it.',
  }),
  status: Type.Enum(['enqueued', 'processing', 'completed', 'failed']),
  progress: Type.Number({ description: 'How far it is, from 0 to 1.' }),
  failure_reason: nullable<string>('string', 'Why it failed.'),
  format: Type.Literal('mp4'),
  resolution: Type.String({ description: 'Width x height in pixels.' }),
  video_layout: Type.Record(Type.String(), Region),
  audio_sources: Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string' },
    description: 'Ids of recordings, "*" for all of the session, or null for a film without sound.',
  }),
  size_mb: nullable<number>('number', 'Millions of bytes; null until it is completed.'),
  duration_secs: nullable<number>('integer', 'Null until it is completed.'),
  download_url: nullable<string>('string', 'Good for one hour, without an API key; null until it is completed.'),
  webhook_event_url: nullable<string>('string', 'Takes the place of that of the room.'),
  webhook_event_failover_url: nullable<string>('string', 'Where events go that the other address does not take.'),
  webhook_timeout_secs: nullable<number>('integer', 'How long an answer is waited for.'),
  created_at: Timestamp,
  started_at: NullableTimestamp,
  ended_at: NullableTimestamp,
  completed_at: NullableTimestamp,
  updated_at: Timestamp,
});

/** A composition, with a URL to download it. */
export async function presentRoomComposition(
  composition: Composition,
  storage: Pick<Storage, 'signedUrl'>,
): Promise<Static<typeof RoomComposition>> {
  const { storageKey, sizeBytes, durationMs, videoLayout } = composition;
  const regions = Object.entries(videoLayout).map(([name, region]) => [name, presentRegion(region)] as const);
  return {
    id: composition.id,
    record_type: 'room_composition',
    room_id: composition.roomId,
    session_id: composition.sessionId,
    user_id: composition.apiKeyId,
    status: composition.status,
    progress: Math.round(composition.progress * 1000) / 1000,
    failure_reason: composition.failureReason,
    format: composition.format,
    resolution: `${composition.width}x${composition.height}`,
    video_layout: Object.fromEntries(regions),
    audio_sources: presentSources(composition.audioSources),
    size_mb: sizeBytes === null ? null : megabytes(sizeBytes),
    duration_secs: durationMs === null ? null : Math.round(durationMs / 1000),
    download_url: storageKey === null ? null : await storage.signedUrl(storageKey, DOWNLOAD_TTL_SECS),
    webhook_event_url: composition.webhookEventUrl,
    webhook_event_failover_url: composition.webhookEventFailoverUrl,
    webhook_timeout_secs: composition.webhookTimeoutSecs,
    created_at: composition.createdAt.toISOString(),
    started_at: composition.startedAt?.toISOString() ?? null,
    ended_at: composition.endedAt?.toISOString() ?? null,
    completed_at: composition.completedAt?.toISOString() ?? null,
    updated_at: composition.updatedAt.toISOString(),
  };
}

function presentRegion({ videoSources, ...region }: VideoRegion): Static<typeof Region> {
  return {
    x_pos: region.xPos,
    y_pos: region.yPos,
    z_pos: region.zPos,
    width: region.width,
    height: region.height,
    max_columns: region.maxColumns,
    max_rows: region.maxRows,
    video_sources: presentSources(videoSources),
  };
}

/** Always a list: clients of typed languages read nothing else. */
function presentSources<Value extends AudioSources>(sources: Value): string[] | Extract<Value, null> {
  if (sources === null) return null as Extract<Value, null>;
  return sources === '*' ? ['*'] : [...sources];
}
