import { type Body, compositionBody, deliveryBody, FakeBackend, idOf, recordingBody, roomBody } from './FakeBackend.ts';

const START = '2027-03-01T10:00:00.000Z';
const names = ['daily-standup', 'board-meeting', null, 'design-review', 'customer-support', 'all-hands', 'lesson-4b'];

const person = (index: number, name: string, left: string | null = null): Body => ({
  ...{ id: idOf(3, index), record_type: 'room_participant', session_id: idOf(2, 1), context: name },
  ...{ joined_at: START, updated_at: START, left_at: left },
});
const people = ['Grace Hopper', 'Alan Turing', 'سميرة موسى', 'Katherine Johnson'];

function session(index: number, ended: string | null): Body {
  const there = people.slice(index - 1).map((name, number) => person(number + 1, name, ended));
  return {
    ...{ id: idOf(2, index), record_type: 'room_session', room_id: idOf(1, index), active: ended === null },
    ...{ created_at: START, updated_at: START, ended_at: ended, participants: there },
  };
}

/** A server with rooms, of which two are in use. */
export function busyBackend(): FakeBackend {
  const backend = new FakeBackend({
    rooms: names.map((name, index) =>
      roomBody(index + 1, {
        unique_name: name,
        enable_recording: index % 3 === 0,
        max_participants: 10 * (index + 1),
        active_session_id: index < 2 ? idOf(2, index + 1) : null,
      }),
    ),
    sessions: [session(1, null), session(2, null), session(4, '2027-03-01T11:12:13.000Z')],
    people: people.flatMap((name, index) => [
      person(index + 1, name),
      { ...person(index + 1, name, '2027-03-01T11:12:13.000Z'), session_id: idOf(2, 4) },
    ]),
    recordings: [
      recordingBody(5, { status: 'processing', size_mb: null, duration_secs: null, download_url: null }),
      recordingBody(4, { participant_id: idOf(3, 2) }),
      recordingBody(3, { type: 'audio', codec: 'opus', size_mb: 1.5, participant_id: idOf(3, 4) }),
      recordingBody(2, {
        ...{ status: 'failed', size_mb: null, duration_secs: null, download_url: null },
        failure_reason: 'The disk was full.',
      }),
      recordingBody(1, {
        room_id: idOf(1, 2),
        session_id: idOf(2, 2),
        participant_id: idOf(3, 3),
        size_mb: 1234.5,
        duration_secs: 7512,
      }),
    ],
  });
  backend.compositions = [
    compositionBody(4, { status: 'enqueued', progress: 0, size_mb: null, duration_secs: null, download_url: null }),
    compositionBody(3, {
      status: 'processing',
      progress: 0.42,
      size_mb: null,
      duration_secs: null,
      download_url: null,
    }),
    compositionBody(2, { resolution: '720x1280' }),
    compositionBody(1, {
      ...{ status: 'failed', size_mb: null, duration_secs: null, download_url: null },
      failure_reason: 'The session has no recording that a film could be made of.',
    }),
  ];
  backend.deliveries = [
    deliveryBody(3, { event_type: 'video.room.session.ended' }),
    deliveryBody(2, {
      ...{ event_type: 'video.room.participant.joined', status: 'failed', attempts: 8, delivered_to: null },
      last_error: 'The receiver answered with 503.',
    }),
    deliveryBody(1, { status: 'pending', attempts: 0, delivered_to: null }),
  ];
  backend.health = {
    ...{
      version: '0.1.0',
      started_at: START,
      uptime_secs: 93_784,
      draining: false,
      checks: { database: 'ok', disk: 'ok' },
    },
    ...{
      database: { kind: 'postgres', ok: true },
      rooms_live: 2,
      participants_live: 7,
      producers: 14,
      consumers: null,
    },
    workers: [
      { index: 0, rooms: 1 },
      { index: 1, rooms: 1 },
    ],
    ...{ memory_bytes: 412_300_000, jobs: { waiting: 3, running: 1 } },
  };
  const stream = (audio: string, video: string) => ({ key: 'self', audio, video });
  backend.snapshots.set(idOf(2, 1), {
    session_id: idOf(2, 1),
    room_id: idOf(1, 1),
    started_at: START,
    participants: people.map((name, index) => ({
      ...{
        id: idOf(3, index + 1),
        name: index === 0 ? name : null,
        context: name,
        joined_at: START,
        speaking: index === 0,
        reconnecting: index === 3,
      },
      quality: [5, 4, 2, null][index],
      streams: [
        stream(['on', 'off', 'censored', 'on'][index] ?? 'on', index === 1 ? 'off' : 'on'),
        ...(index === 0 ? [{ key: 'presentation', audio: null, video: 'on' }] : []),
      ],
    })),
  });
  return backend;
}

/** The same server; of the session that is over there are four people and a shared screen, picture and sound. */
export function recordedBackend(): FakeBackend {
  const backend = busyBackend();
  const of = { room_id: idOf(1, 4), session_id: idOf(2, 4) };
  const video = people.map((_name, index) =>
    recordingBody(11 + index, { ...of, participant_id: idOf(3, index + 1), started_at: START }),
  );
  const audio = people.map((_name, index) =>
    recordingBody(21 + index, { ...of, participant_id: idOf(3, index + 1), type: 'audio', started_at: START }),
  );
  const screen = recordingBody(31, { ...of, stream_key: 'presentation', started_at: '2027-03-01T10:20:00.000Z' });
  backend.recordings = [screen, ...audio, ...video];
  backend.people = people.map((name, index) => ({ ...person(index + 1, name), session_id: of.session_id }));
  return backend;
}

/** Where its first session is shown. */
export const FIRST_SESSION = `/sessions/${idOf(2, 1)}`;
/** Where one that is over is shown. */
export const PAST_SESSION = `/sessions/${idOf(2, 4)}`;
/** Where a film is made of that one. */
export const NEW_FILM = `/compositions/new/${idOf(2, 4)}`;
