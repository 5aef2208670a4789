/** Why a session ended. */
export type SessionEndedReason =
  /** The last participant had been gone for the grace time. */
  | 'empty'
  /** It was ended through the API or by a moderator. */
  | 'session_terminated'
  /** Its room was deleted. */
  | 'room_expired'
  /** The server was shut down in order. */
  | 'server_stopped'
  /** The server died; the next one closed what was left open. */
  | 'server_failed';

/** Why a participant left. */
export type ParticipantLeftReason =
  /** By itself. */
  | 'left'
  /** Its connection broke, and it did not come back in time. */
  | 'lost'
  | 'kicked'
  /** Its token was revoked or ran out. */
  | 'unauthorized'
  /** The session ended, for that reason. */
  | Exclude<SessionEndedReason, 'empty'>;

/** A participant of a session, as payloads name it. */
interface ParticipantIds {
  room_id: string;
  session_id: string;
  participant_id: string;
}

/** A recording, as payloads name it. */
interface RecordingIds extends ParticipantIds {
  recording_id: string;
  type: 'audio' | 'video';
}

/** A composition, as payloads name it. */
interface CompositionIds {
  room_id: string;
  session_id: string;
  composition_id: string;
}

/** Every event of a room, with what its payload holds: in the words of the API, since that is where they go. */
export interface RoomEventPayloads {
  'video.room.session.started': { room_id: string; session_id: string };
  'video.room.session.ended': {
    room_id: string;
    session_id: string;
    duration_secs: number;
    ended_reason: SessionEndedReason;
  };
  'video.room.participant.joined': ParticipantIds & { context: string | null };
  'video.room.participant.left': ParticipantIds & {
    context: string | null;
    duration_secs: number;
    left_reason: ParticipantLeftReason;
  };
  'video.room.recording.started': RecordingIds;
  'video.room.recording.completed': RecordingIds & {
    codec: string;
    duration_secs: number;
    size_mb: number;
    download_url: string;
  };
  'video.room.recording.failed': RecordingIds & { reason: string };
  'video.room.composition.completed': CompositionIds & {
    format: string;
    resolution: string;
    duration_secs: number;
    size_mb: number;
    download_url: string;
  };
  'video.room.composition.failed': CompositionIds & { reason: string };
}

/** The name of an event. */
export type RoomEventType = keyof RoomEventPayloads;

/** Something that happened in a room, for those outside who want to know. */
export type RoomEvent = {
  [Type in RoomEventType]: {
    type: Type;
    payload: RoomEventPayloads[Type];
    /** @default the moment of publishing */
    occurredAt?: Date;
  };
}[RoomEventType];

/** Every name of an event. */
export const ROOM_EVENT_TYPES = [
  'video.room.session.started',
  'video.room.session.ended',
  'video.room.participant.joined',
  'video.room.participant.left',
  'video.room.recording.started',
  'video.room.recording.completed',
  'video.room.recording.failed',
  'video.room.composition.completed',
  'video.room.composition.failed',
] as const satisfies readonly RoomEventType[];
