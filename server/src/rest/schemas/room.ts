import { type Static, Type } from 'typebox';
import type { Room as RoomRecord, RoomValues } from '../../db/repositories/RoomsRepository.ts';
import type { Session } from '../../db/repositories/SessionHistory.ts';
import { named } from './named.ts';
import { presentRoomSession, RoomSession } from './roomSession.ts';
import { nullableText, Timestamp, Uuid, webhookUrl } from './text.ts';

const SMALLEST_ROOM = 2;
const DEFAULT_MAX_PARTICIPANTS = 10;

/** The codecs that rooms of this server use, the preferred one first. */
const VIDEO_CODECS = ['vp8', 'vp9', 'h264'];

const nullableString = Type.Unsafe<string | null>({ type: ['string', 'null'] });

/** A room, as the API shows it. */
export const Room = named('Room', {
  id: Uuid,
  record_type: Type.Literal('room'),
  unique_name: nullableString,
  max_participants: Type.Integer(),
  enable_recording: Type.Boolean(),
  active_session_id: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  webhook_event_url: nullableString,
  webhook_event_failover_url: nullableString,
  webhook_timeout_secs: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  video_codecs: Type.Array(Type.String()),
  created_at: Timestamp,
  updated_at: Timestamp,
  sessions: Type.Optional(Type.Array(RoomSession, { description: 'With include_sessions: the newest 250.' })),
});

function roomFields(maxParticipantsLimit: number, purpose: 'create' | 'update') {
  const initially = <Value>(value: Value) => (purpose === 'create' ? { default: value } : {});
  return {
    unique_name: nullableText(1, 255, initially(null)),
    max_participants: Type.Integer({
      minimum: SMALLEST_ROOM,
      maximum: maxParticipantsLimit,
      ...initially(Math.min(DEFAULT_MAX_PARTICIPANTS, maxParticipantsLimit)),
    }),
    enable_recording: Type.Boolean(initially(false)),
    webhook_event_url: webhookUrl(initially(null)),
    webhook_event_failover_url: webhookUrl(initially('')),
    webhook_timeout_secs: Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 30,
      ...initially(null),
    }),
  };
}

/** The body that makes a room. Every field has a default. */
export const newRoomInput = (maxParticipantsLimit: number) => Type.Object(roomFields(maxParticipantsLimit, 'create'));

/** The body that changes a room. Without defaults: with them, every field that is left out would be reset. */
export const roomChangesInput = (maxParticipantsLimit: number) =>
  Type.Partial(Type.Object(roomFields(maxParticipantsLimit, 'update')));

type NewRoomInput = Static<ReturnType<typeof newRoomInput>>;
type RoomChangesInput = Static<ReturnType<typeof roomChangesInput>>;

/** The values of a room, from a body that holds all fields. */
export function toRoomValues(input: NewRoomInput): RoomValues {
  return {
    uniqueName: input.unique_name,
    maxParticipants: input.max_participants,
    enableRecording: input.enable_recording,
    webhookEventUrl: input.webhook_event_url,
    webhookEventFailoverUrl: input.webhook_event_failover_url,
    webhookTimeoutSecs: input.webhook_timeout_secs,
  };
}

/** The values that a body changes: those of the fields that it holds. */
export function toRoomChanges(input: RoomChangesInput): Partial<RoomValues> {
  const changes = toRoomValues(input as NewRoomInput);
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** A room, with its sessions where they were asked for. */
export function presentRoom(room: RoomRecord, sessions?: readonly Session[]): Static<typeof Room> {
  return {
    id: room.id,
    record_type: 'room',
    unique_name: room.uniqueName,
    max_participants: room.maxParticipants,
    enable_recording: room.enableRecording,
    active_session_id: room.activeSessionId,
    webhook_event_url: room.webhookEventUrl,
    webhook_event_failover_url: room.webhookEventFailoverUrl,
    webhook_timeout_secs: room.webhookTimeoutSecs,
    video_codecs: VIDEO_CODECS,
    created_at: room.createdAt.toISOString(),
    updated_at: room.updatedAt.toISOString(),
    ...(sessions && { sessions: sessions.map((session) => presentRoomSession(session)) }),
  };
}
