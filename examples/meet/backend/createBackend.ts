import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRoomsApi, RoomsApiFailure } from './roomsApi.ts';

interface BackendOptions {
  /** Address of the room server. */
  readonly serverUrl: string;
  /** Opens the room server's REST API. It never leaves the backend. */
  readonly apiKey: string;
}

const MAX_BODY_BYTES = 4096;

/**
 * The backend that a video application needs: it decides who may enter which room, and gets a client
 * token for them. Anybody may enter any room here; yours would look at the session of your user first.
 *
 * - `GET /settings` → `{ serverUrl }`
 * - `POST /token` `{ room, name }` → `{ token, refreshToken }`
 */
export function createBackend({ serverUrl, apiKey }: BackendOptions) {
  const rooms = createRoomsApi(serverUrl, apiKey);

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const route = `${request.method} ${request.url?.split('?')[0]}`;
    if (route === 'GET /settings') return { status: 200, body: { serverUrl } };
    if (route !== 'POST /token')
      return { status: 404, body: { code: 'bad-request', message: `There is no ${route}.` } };

    const { room, name } = await readJson(request);
    if (!isShortText(room) || !isShortText(name)) {
      return {
        status: 422,
        body: { code: 'bad-request', message: 'Room and name are needed, of 1 to 64 characters.' },
      };
    }
    const { id } = await rooms.findOrCreateRoom(room.trim());
    return { status: 201, body: await rooms.createToken(id, { name: name.trim() }) };
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body } = await answer(request).catch(failure);
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  };
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim().length > 0 && value.length <= 64;

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_BODY_BYTES) throw new RoomsApiFailure(413, 'bad-request', 'That is too much.');
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    throw new RoomsApiFailure(400, 'bad-request', 'The body is not JSON.');
  }
}

function failure(error: unknown): { status: number; body: unknown } {
  if (error instanceof RoomsApiFailure)
    return { status: error.status, body: { code: error.code, message: error.message } };
  return { status: 502, body: { code: 'unreachable', message: 'The room server does not answer. Is it running?' } };
}
