const ROOM_ID = '0b3c8f4e-1f3c-4f2a-9c55-6a1f2f9d8e10';
const SESSION_ID = '7d9a2b64-52c1-4f0e-8a0b-3c1f5a7e9d21';
const RECORDING_ID = 'c2f7e1d0-9a43-4b6e-b1f8-5e0d2a6c7b32';
const OTHER_RECORDING_ID = 'e8a5d3c1-4b7f-4e2a-a6d9-1f3b5c7d9e43';
const COMPOSITION_ID = '5a1e9c70-3d2b-4c8f-9e6a-7b4d1f0c2a54';
const DAY = '2027-03-01';
const at = (time: string) => `${DAY}T${time}.000Z`;

const room = {
  id: ROOM_ID,
  record_type: 'room',
  unique_name: 'standup',
  max_participants: 20,
  enable_recording: true,
  active_session_id: SESSION_ID,
  webhook_event_url: 'https://app.example.org/hooks/rooms',
  webhook_event_failover_url: '',
  webhook_timeout_secs: null,
  video_codecs: ['vp8', 'vp9', 'h264'],
  created_at: at('08:55:00'),
  updated_at: at('08:55:00'),
};

const session = {
  id: SESSION_ID,
  record_type: 'room_session',
  room_id: ROOM_ID,
  active: true,
  created_at: at('09:00:00'),
  updated_at: at('09:00:00'),
  ended_at: null,
};

const participant = {
  id: 'user-7',
  record_type: 'room_participant',
  session_id: SESSION_ID,
  name: 'Ada',
  context: '{"seat":1}',
  joined_at: at('09:00:00'),
  updated_at: at('09:00:00'),
  left_at: null,
};

const recording = {
  id: RECORDING_ID,
  record_type: 'room_recording',
  room_id: ROOM_ID,
  session_id: SESSION_ID,
  participant_id: 'user-7',
  stream_key: 'self',
  type: 'video',
  status: 'completed',
  codec: 'vp8',
  size_mb: 21.4,
  duration_secs: 900,
  download_url: 'https://rooms.example.org/v2/downloads/c2f7e1d0.webm?expires=1803810000&signature=Zm9v',
  failure_reason: null,
  created_at: at('09:00:01'),
  started_at: at('09:00:01'),
  ended_at: at('09:15:01'),
  completed_at: at('09:15:02'),
  updated_at: at('09:15:02'),
};

const region = { y_pos: 0, z_pos: 0, width: 640, height: 720 };
const left = { ...region, x_pos: 0, video_sources: [RECORDING_ID] };
const right = { ...region, x_pos: 640, video_sources: [OTHER_RECORDING_ID] };
const shown = { max_columns: null, max_rows: null };

const composition = {
  id: COMPOSITION_ID,
  record_type: 'room_composition',
  room_id: ROOM_ID,
  session_id: SESSION_ID,
  user_id: null,
  status: 'enqueued',
  progress: 0,
  failure_reason: null,
  format: 'mp4',
  resolution: '1280x720',
  video_layout: { left: { ...left, ...shown }, right: { ...right, ...shown } },
  audio_sources: ['*'],
  size_mb: null,
  duration_secs: null,
  download_url: null,
  webhook_event_url: null,
  webhook_event_failover_url: '',
  webhook_timeout_secs: null,
  created_at: at('09:20:00'),
  started_at: null,
  ended_at: null,
  completed_at: null,
  updated_at: at('09:20:00'),
};

const token = 'eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJ0eXAiOiJhY2Nlc3MifQ.c2lnbmF0dXJl';
const renewed = { token, token_expires_at: at('09:10:00') };
const refreshToken = token.replace('YWNjZXNz', 'cmVmcmVz');

/** A page that holds all there is. */
const page = (...data: object[]) => ({
  data,
  meta: { page_number: 1, page_size: 20, total_pages: 1, total_results: data.length },
});

/** A body and the answer to it, by operation. Lists and what explains itself have an answer only, or none. */
export const EXAMPLES: Readonly<Record<string, { request?: unknown; answer?: unknown }>> = {
  listRooms: { answer: page(room) },
  createRoom: {
    request: { unique_name: 'standup', max_participants: 20, enable_recording: true },
    answer: { data: { ...room, active_session_id: null } },
  },
  readRoom: { answer: { data: room } },
  updateRoom: { request: { max_participants: 50 }, answer: { data: { ...room, max_participants: 50 } } },
  listRoomSessions: { answer: page(session) },
  readRoomSession: { answer: { data: { ...session, participants: [participant] } } },
  listParticipantsOfRoomSession: { answer: page(participant) },
  generateJoinClientToken: {
    request: { participant: { id: 'user-7', name: 'Ada' }, grants: { moderate: true } },
    answer: {
      data: {
        ...renewed,
        ...{ refresh_token: refreshToken, refresh_token_expires_at: at('10:00:00') },
        server_url: 'https://rooms.example.org',
      },
    },
  },
  refreshClientToken: { request: { refresh_token: refreshToken }, answer: { data: renewed } },
  revokeClientTokens: { request: { participant_ids: ['user-7'] } },
  kickFromRoomSession: { request: { participants: ['user-7'], ban_secs: 3600 } },
  muteInRoomSession: { request: { participants: 'all', exclude: ['user-7'], reason: 'Ada speaks' } },
  unmuteInRoomSession: { request: { participants: 'all' } },
  changeGrantsInRoomSession: { request: { participants: ['user-7'], grants: { publish: ['audio'] } } },
  listRoomRecordings: { answer: page(recording) },
  readRoomRecording: { answer: { data: recording } },
  createRoomComposition: {
    request: { session_id: SESSION_ID, video_layout: { left, right } },
    answer: { data: composition },
  },
  readRoomComposition: {
    answer: { data: { ...composition, status: 'processing', progress: 0.4, started_at: at('09:20:01') } },
  },
};
