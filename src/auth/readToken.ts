import { roomError } from '../errors/index.ts';

/** What a client may read in its own token. Only the server can tell whether it is true. */
export interface TokenClaims {
  readonly roomId: string;
  /** Address of the room server, if the token tells it. */
  readonly url: string | null;
  /** Milliseconds since 1970, by the server's clock. */
  readonly expiresAt: number;
  /** Milliseconds between issue and expiry. */
  readonly lifetime: number;
}

const RESOURCE = /^video:rooms:(.+)$/;

/**
 * Reads a client token without checking its signature.
 *
 * @throws RoomError `token-invalid` if it is not a token of a room, or a refresh token.
 */
export function readToken(token: string): TokenClaims {
  try {
    const payload = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    const resource = claims.grants
      .flatMap((grant: { resources: string[] }) => grant.resources)
      .find((name: string) => RESOURCE.test(name));
    const roomId = RESOURCE.exec(resource)?.[1];
    const expiresAt = claims.exp * 1000;
    if (roomId === undefined || !Number.isFinite(expiresAt)) throw new Error('claims are missing');
    if (claims.typ === 'refresh') throw new Error('a refresh token cannot join');
    const issuedAt = Number.isFinite(claims.iat) ? claims.iat * 1000 : Date.now();
    return {
      roomId,
      url: typeof claims.url === 'string' ? claims.url : null,
      expiresAt,
      lifetime: expiresAt - issuedAt,
    };
  } catch (cause) {
    throw roomError(
      'token-invalid',
      'This is not a client join token. Pass the `token` that your backend got from generate_join_client_token.',
      cause,
    );
  }
}
