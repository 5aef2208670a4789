import type { EventStream } from '../../../src/console/index.ts';

export type Body = Record<string, unknown>;

const json = (status: number, body?: object, headers: HeadersInit = {}) =>
  new Response(body && JSON.stringify(body), {
    status,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
  });
const refused = (status: number, code: string, detail: string, pointer?: string) =>
  json(status, { errors: [{ code, title: code, detail, ...(pointer && { source: { pointer } }) }] });

/** A stream whose events the story or the test sends. */
export class FakeStream extends EventTarget implements EventStream {
  readyState = 1;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    queueMicrotask(() => this.dispatchEvent(new Event('open')));
  }

  send(name: string, data: object = {}): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }

  close(): void {
    this.readyState = 2;
  }
}

/** The console's backend at its edge: what a room server would answer, from lists that it keeps. */
export class FakeBackend {
  readonly streams: FakeStream[] = [];
  readonly asked: string[] = [];
  /** Answers in place of what it would say. */
  refuse: ((request: Request) => Response | Promise<Response> | undefined) | null = null;
  /** What is said when a stream of a session opens. */
  snapshots = new Map<string, object>();
  /** What is said of the server when the stream of events opens. */
  health: object | null = null;
  signedIn: boolean;
  rooms: Body[];
  sessions: Body[];
  people: Body[];
  recordings: Body[];
  compositions: Body[];
  deliveries: Body[];
  pageSize: number;

  constructor({
    signedIn = true,
    rooms = [],
    sessions = [],
    people = [],
    recordings = [],
    compositions = [],
    deliveries = [],
    pageSize = 20,
  }: Partial<
    Pick<
      FakeBackend,
      'signedIn' | 'rooms' | 'sessions' | 'people' | 'recordings' | 'compositions' | 'deliveries' | 'pageSize'
    >
  > = {}) {
    this.signedIn = signedIn;
    this.rooms = rooms;
    this.sessions = sessions;
    this.people = people;
    this.recordings = recordings;
    this.compositions = compositions;
    this.deliveries = deliveries;
    this.pageSize = pageSize;
  }

  readonly openEvents = (url: string): FakeStream => {
    const stream = new FakeStream(url);
    this.streams.push(stream);
    const session = /live\/sessions\/([^/]+)/.exec(url)?.[1];
    const snapshot = session && this.snapshots.get(session);
    if (!session && this.health) queueMicrotask(() => stream.send('health', this.health ?? {}));
    if (snapshot) queueMicrotask(() => stream.send('snapshot', snapshot));
    return stream;
  };

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/console/api', '');
    this.asked.push(`${request.method} ${path}`);
    const instead = await this.refuse?.(request);
    if (instead) return instead;
    if (path === '/session') return this.#session(request);
    if (!this.signedIn) return refused(401, 'unauthorized', 'Nobody is signed in.');
    const [, , name = '', id, , action] = path.split('/');
    if (name === 'room_sessions' && action) return this.#moderate(id, action);
    const list =
      {
        ...{ rooms: this.rooms, room_sessions: this.sessions, room_participants: this.people },
        ...{ room_recordings: this.recordings, room_compositions: this.compositions },
        webhook_deliveries: this.deliveries,
      }[name] ?? [];
    if (name === 'webhook_deliveries' && action) return this.#redeliver(id);
    if (request.method === 'POST' && name === 'room_compositions') return this.#compose(await request.json());
    if (request.method === 'POST') return this.#create(await request.json());
    const found = list.find((one) => one.id === id);
    if (id === undefined && request.method === 'DELETE') return this.#deleteRecordings(searchParams);
    if (id === undefined) return this.#page(name === 'room_participants' ? this.#peopleOfRooms() : list, searchParams);
    if (!found) return refused(404, 'not-found', 'There is no such thing.');
    if (request.method === 'DELETE') {
      list.splice(list.indexOf(found), 1);
      return json(204);
    }
    if (request.method === 'PATCH') Object.assign(found, await request.json());
    return json(200, { data: found });
  };

  async #session(request: Request): Promise<Response> {
    if (request.method === 'DELETE') {
      this.signedIn = false;
      return json(204);
    }
    if (request.method === 'POST') {
      const { api_key: key } = (await request.json()) as { api_key: string };
      if (key !== 'right') return refused(401, 'unauthorized', 'The key is not valid.');
      this.signedIn = true;
    }
    if (!this.signedIn) return refused(401, 'unauthorized', 'Nobody is signed in.');
    return json(200, { data: { csrf_token: `token-${this.asked.length}`, expires_at: '2030-01-01T00:00:00Z' } });
  }

  #create(input: Body): Response {
    if (input.unique_name !== null && this.rooms.some((room) => room.unique_name === input.unique_name)) {
      return refused(422, 'unique-name-taken', `Another room is named "${input.unique_name}".`, '/unique_name');
    }
    const room = { ...roomBody(900 + this.rooms.length), ...input };
    this.rooms.unshift(room);
    return json(201, { data: room });
  }

  #compose(input: Body): Response {
    const { room_id } = this.sessions.find(({ id }) => id === input.session_id) ?? {};
    const film = { ...compositionBody(900 + this.compositions.length), ...input, room_id };
    Object.assign(film, { status: 'enqueued', progress: 0, download_url: null, size_mb: null, duration_secs: null });
    this.compositions.unshift(film);
    return json(202, { data: film });
  }

  #moderate(id: string | undefined, action: string): Response {
    const session = this.sessions.find((one) => one.id === id);
    if (action === 'end' && session) Object.assign(session, { active: false, ended_at: '2027-03-01T10:30:00.000Z' });
    return json(200, { data: { result: 'ok' } });
  }

  #redeliver(id: string | undefined): Response {
    const found = this.deliveries.find((one) => one.id === id);
    if (!found) return refused(404, 'not-found', 'There is no such thing.');
    Object.assign(found, { status: 'pending' });
    return json(200, { data: found });
  }

  #deleteRecordings(query: URLSearchParams): Response {
    const left = this.recordings.filter((one) => !passes(one, query));
    const deleted = this.recordings.length - left.length;
    this.recordings = left;
    return json(201, { data: { room_recordings: deleted } });
  }

  /** The people with the rooms of their sessions, by which they are found. */
  #peopleOfRooms(): Body[] {
    const roomOf = (person: Body) => this.sessions.find(({ id }) => id === person.session_id)?.room_id;
    return this.people.map((person) => ({ ...person, room_id: roomOf(person) }));
  }

  #page(list: readonly Body[], query: URLSearchParams): Response {
    const all = list.filter((one) => passes(one, query));
    const number = Number(query.get('page[number]') ?? 1);
    const data = all.slice((number - 1) * this.pageSize, number * this.pageSize);
    const meta = {
      ...{ page_number: number, page_size: this.pageSize, total_results: all.length },
      total_pages: Math.ceil(all.length / this.pageSize),
    };
    return json(200, { data, meta });
  }
}

const COMPARED = ['unique_name', 'active', 'room_id', 'session_id', 'participant_id', 'type', 'status'];

/** Whether something has the values that are asked for, and holds the text. */
function passes(one: Body, query: URLSearchParams): boolean {
  const search = query.get('filter[search]')?.toLowerCase() ?? '';
  const texts = [one.unique_name, one.name, one.context, one.record_type === 'room_participant' ? one.id : null];
  return (
    COMPARED.every((key) => {
      const wanted = query.get(`filter[${key}]`);
      return !wanted || String(one[key]) === wanted;
    }) &&
    texts.some(
      (text) =>
        search === '' ||
        String(text ?? '')
          .toLowerCase()
          .includes(search),
    )
  );
}

/** An id like those of servers. */
export const idOf = (kind: number, index: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** A room as a server would tell of it. */
export function roomBody(index: number, changes: Body = {}): Body {
  return {
    ...{ id: idOf(1, index), record_type: 'room', unique_name: `room-${index}`, max_participants: 10 },
    ...{ enable_recording: false, active_session_id: null, webhook_event_url: null, webhook_event_failover_url: '' },
    ...{ webhook_timeout_secs: null, video_codecs: ['vp8'] },
    ...{ created_at: '2027-03-01T09:00:00.000Z', updated_at: '2027-03-01T09:00:00.000Z' },
    ...changes,
  };
}

/** A recording as a server would tell of it. */
export function recordingBody(index: number, changes: Body = {}): Body {
  return {
    ...{ id: idOf(4, index), record_type: 'room_recording', room_id: idOf(1, 1), session_id: idOf(2, 1) },
    ...{ participant_id: idOf(3, 1), stream_key: 'self', type: 'video', status: 'completed', codec: 'vp8' },
    ...{ size_mb: 12.34, duration_secs: 754, download_url: `data:video/webm,${index}`, failure_reason: null },
    ...{ created_at: '2027-03-01T10:00:00.000Z', started_at: `2027-03-01T10:0${index}:00.000Z` },
    ...{ ended_at: '2027-03-01T10:20:00.000Z', completed_at: null, updated_at: '2027-03-01T10:20:00.000Z' },
    ...changes,
  };
}

/** A composition as a server would tell of it. */
export function compositionBody(index: number, changes: Body = {}): Body {
  return {
    ...{ id: idOf(6, index), record_type: 'room_composition', room_id: idOf(1, 1), session_id: idOf(2, 1) },
    ...{ user_id: null, status: 'completed', progress: 1, failure_reason: null, format: 'mp4' },
    ...{ resolution: '1280x720', video_layout: {}, audio_sources: ['*'], size_mb: 45.6, duration_secs: 1820 },
    ...{ download_url: `data:video/mp4,${index}`, webhook_event_url: null, webhook_event_failover_url: null },
    ...{ webhook_timeout_secs: null, created_at: '2027-03-01T11:00:00.000Z', started_at: null, ended_at: null },
    ...{ completed_at: null, updated_at: '2027-03-01T11:00:00.000Z' },
    ...changes,
  };
}

/** A delivery as a server would tell of it. */
export function deliveryBody(index: number, changes: Body = {}): Body {
  return {
    ...{ id: idOf(5, index), record_type: 'webhook_delivery', event_type: 'video.room.session.started' },
    ...{ room_id: idOf(1, 1), session_id: idOf(2, 1), status: 'delivered', attempts: 1, payload: {} },
    ...{ webhook_event_url: 'https://example.org/hooks', webhook_event_failover_url: null, last_error: null },
    ...{ last_attempt_at: '2027-03-01T10:00:00.000Z', last_status_code: 200, next_attempt_at: null },
    ...{ delivered_to: 'https://example.org/hooks', occurred_at: '2027-03-01T10:00:00.000Z' },
    ...{ created_at: '2027-03-01T10:00:00.000Z', updated_at: '2027-03-01T10:00:00.000Z' },
    ...changes,
  };
}
