import { callRoomServer, findOrCreateRoom } from './roomServer.ts';

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim().length > 0 && value.length <= 64;

/**
 * `{ room, name }` → `{ token, refreshToken }`. Anybody may enter any room here; yours looks at the session of your
 * user first. The API key stays on the server.
 */
export async function POST(request: Request): Promise<Response> {
  const { room, name } = await request.json().catch(() => ({}));
  if (!isShortText(room) || !isShortText(name)) {
    return Response.json(
      { code: 'bad-request', message: 'Room and name are needed, of 1 to 64 characters.' },
      { status: 422 },
    );
  }
  try {
    const roomId = await findOrCreateRoom(room.trim());
    // The name is signed: nobody can take another one.
    const { token, refresh_token: refreshToken } = await callRoomServer<{ token: string; refresh_token: string }>(
      'POST',
      `rooms/${roomId}/actions/generate_join_client_token`,
      { participant: { name: name.trim() } },
    );
    return Response.json({ token, refreshToken }, { status: 201, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return Response.json({ code: 'unreachable', message: (error as Error).message }, { status: 502 });
  }
}
