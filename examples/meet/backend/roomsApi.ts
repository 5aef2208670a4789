/** The room server refused. */
export class RoomsApiFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

interface Room {
  readonly id: string;
  readonly unique_name: string;
}

/** The few calls of the room server's REST API that the example needs. */
export function createRoomsApi(serverUrl: string, apiKey: string) {
  async function call<Data>(method: string, path: string, body?: unknown): Promise<Data> {
    const response = await fetch(new URL(path, serverUrl), {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const json = (await response.json()) as { data: Data; errors?: { code: string; detail: string }[] };
    if (response.ok) return json.data;
    const [error] = json.errors ?? [];
    throw new RoomsApiFailure(response.status, error?.code ?? 'internal', error?.detail ?? 'The room server refused.');
  }

  async function findRoom(name: string): Promise<Room | undefined> {
    const [room] = await call<Room[]>('GET', `/v2/rooms?filter[unique_name]=${encodeURIComponent(name)}`);
    return room;
  }

  return {
    /** The room of that name; the first to ask makes it. */
    async findOrCreateRoom(name: string): Promise<Room> {
      const existing = await findRoom(name);
      if (existing) return existing;
      try {
        return await call<Room>('POST', '/v2/rooms', { unique_name: name });
      } catch (error) {
        // Somebody else made it a moment ago.
        const made = error instanceof RoomsApiFailure && error.status === 422 ? await findRoom(name) : undefined;
        if (!made) throw error;
        return made;
      }
    },

    /** A token for one person in one room. The name in it is signed: nobody can take another one. */
    async createToken(roomId: string, participant: { name: string }): Promise<{ token: string; refreshToken: string }> {
      const { token, refresh_token: refreshToken } = await call<{ token: string; refresh_token: string }>(
        'POST',
        `/v2/rooms/${roomId}/actions/generate_join_client_token`,
        { participant },
      );
      return { token, refreshToken };
    },
  };
}
