import { isRoomErrorCode, roomError } from '../errors/index.ts';

/** How long a server may take to answer, in milliseconds. */
const TIMEOUT = 10_000;

/**
 * Exchanges a refresh token for a new client token with the same grants. The refresh token is the
 * credential, so a browser may call this itself.
 */
export async function refreshClientToken(serverUrl: string, roomId: string, refreshToken: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(`/v2/rooms/${encodeURIComponent(roomId)}/actions/refresh_client_token`, serverUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT),
      body: JSON.stringify({ refresh_token: refreshToken }),
    });
  } catch (cause) {
    throw roomError('unreachable', undefined, cause);
  }
  const body = await response.json().catch(() => null);
  const token: unknown = body?.data?.token;
  if (response.ok && typeof token === 'string') return token;
  // A server that is busy or being restarted has not refused anything.
  if (response.status >= 500) throw roomError('unreachable');
  if (response.status === 429) throw roomError('too-many-requests');
  const code: unknown = body?.errors?.[0]?.code;
  throw roomError(isRoomErrorCode(code) ? code : 'token-expired', body?.errors?.[0]?.detail);
}
