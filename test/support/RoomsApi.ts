import type { TokenPair } from '../../src/auth/index.ts';
import type { RoomServer } from './startRoomServer.ts';

interface TokenInput {
  readonly token_ttl_secs?: number;
  readonly refresh_token_ttl_secs?: number;
  readonly participant?: { readonly id?: string; readonly name?: string };
  readonly grants?: Record<string, unknown>;
}

/** The calls of the REST API that tests of whole calls need. */
export class RoomsApi {
  readonly #server: Pick<RoomServer, 'url' | 'apiKey'>;

  constructor(server: Pick<RoomServer, 'url' | 'apiKey'>) {
    this.#server = server;
  }

  /** @returns The id of a new room. */
  async createRoom(input: Record<string, unknown> = {}): Promise<string> {
    return (await this.#post<{ id: string }>('/v2/rooms', input)).id;
  }

  /** Orders a film of a session; gives its id. */
  async compose(input: Record<string, unknown>): Promise<string> {
    return (await this.#post<{ id: string }>('/v2/room_compositions', input)).id;
  }

  async createToken(roomId: string, input: TokenInput = {}): Promise<TokenPair> {
    const path = `/v2/rooms/${roomId}/actions/generate_join_client_token`;
    const data = await this.#post<{ token: string; refresh_token: string }>(path, input);
    return { token: data.token, refreshToken: data.refresh_token };
  }

  async deleteRoom(roomId: string): Promise<void> {
    await this.#ask('DELETE', `/v2/rooms/${roomId}`);
  }

  /** Moderates the session that goes on in a room: `end`, `kick`, `mute`, `unmute`, `change_grants`. */
  async act(roomId: string, action: string, body: Record<string, unknown> = {}): Promise<void> {
    const response = await this.#ask('GET', `/v2/rooms/${roomId}`);
    const { data } = (await response.json()) as { data: { active_session_id: string } };
    await this.#post(`/v2/room_sessions/${data.active_session_id}/actions/${action}`, body);
  }

  /** What is at an address of the API. */
  async get<Data>(path: string): Promise<Data> {
    return ((await (await this.#ask('GET', path)).json()) as { data: Data }).data;
  }

  async #post<Data>(path: string, body: unknown): Promise<Data> {
    const response = await this.#ask('POST', path, body);
    return ((await response.json()) as { data: Data }).data;
  }

  async #ask(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(new URL(path, this.#server.url), {
      method,
      headers: { authorization: `Bearer ${this.#server.apiKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}
