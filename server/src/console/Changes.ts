import type { FastifyInstance } from 'fastify';
import type { Compositions } from '../compositions/Compositions.ts';
import type { RoomEvent } from '../events/RoomEvent.ts';
import type { RoomEvents } from '../events/RoomEvents.ts';

/** Something that is not as it was: what shows it should ask again. */
export interface Change {
  readonly kind: 'room' | 'session' | 'participant' | 'recording' | 'composition' | 'webhook_delivery';
  /** `null`: it is not known which. */
  readonly id: string | null;
  readonly room_id?: string;
  readonly session_id?: string;
}

/** Who tells of changes, besides the routes. */
export interface ChangeSources {
  events: Pick<RoomEvents, 'onPublished'>;
  compositions: Pick<Compositions, 'onProgress'>;
}

/** So long a change waits for others of the same thing. */
const TOGETHER_MS = 250;

const KINDS: Record<string, Change['kind']> = {
  rooms: 'room',
  room_sessions: 'session',
  room_recordings: 'recording',
  room_compositions: 'composition',
  webhook_deliveries: 'webhook_delivery',
};

/** What changes on this server, by what happens in rooms and by what the REST API is asked to do. */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #waiting = new Map<string, Change>();
  #timer: NodeJS.Timeout | undefined;

  /** Watches the routes that are registered from now on. */
  static watch(app: FastifyInstance, { events, compositions }: ChangeSources): Changes {
    const changes = new Changes();
    const stopFilms = compositions.onProgress((id) => changes.#note({ kind: 'composition', id }));
    const stopEvents = events.onPublished((published) => {
      for (const event of published) changes.#note(changeBy(event));
      changes.#note({ kind: 'webhook_delivery', id: null });
    });
    app.addHook('onResponse', async ({ method, routeOptions, params }, { statusCode }) => {
      if (method === 'GET' || method === 'HEAD' || statusCode >= 300) return;
      const change = changeAt(routeOptions.url ?? '', params as Record<string, string>);
      if (change) changes.#note(change);
    });
    app.addHook('onClose', async () => {
      stopFilms();
      stopEvents();
      clearTimeout(changes.#timer);
    });
    return changes;
  }

  /** Tells what changes. Returns what undoes it. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #note(change: Change): void {
    if (this.#listeners.size === 0) return;
    this.#waiting.set(`${change.kind} ${change.id}`, change);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const all = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const listener of this.#listeners) for (const one of all) listener(one);
    }, TOGETHER_MS);
  }
}

/** What a request to that route has changed; `null`: nothing that is shown. */
function changeAt(route: string, params: Record<string, string>): Change | null {
  const kind = KINDS[/\/v2\/(\w+)/.exec(route)?.[1] ?? ''];
  if (!kind || route.includes('/actions/generate_')) return null;
  return { kind, id: Object.values(params)[0] ?? null };
}

function changeBy({ payload }: RoomEvent): Change {
  const { room_id, session_id } = payload;
  const of = { room_id, session_id };
  if ('recording_id' in payload) return { kind: 'recording', id: payload.recording_id, ...of };
  if ('composition_id' in payload) return { kind: 'composition', id: payload.composition_id, ...of };
  if ('participant_id' in payload) return { kind: 'participant', id: payload.participant_id, ...of };
  return { kind: 'session', id: session_id, ...of };
}
