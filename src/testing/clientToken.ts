import type { Grants } from '../engine/index.ts';

/** The room that tests meet in. */
export const ROOM_ID = '11111111-1111-4111-8111-111111111111';
export const OTHER_ROOM_ID = '22222222-2222-4222-8222-222222222222';

/** Everything that a token can allow. */
export const ALL_GRANTS: Grants = {
  publish: ['audio', 'video', 'presentation'],
  subscribe: true,
  message: true,
  history: true,
  moderate: true,
  record: true,
};

/** What a test's token says. */
export interface ClientTokenContent {
  readonly roomId: string;
  readonly participantId: string;
  readonly name?: string;
  readonly grants: Grants;
  /** Seconds since 1970. */
  readonly exp: number;
}

interface ClientTokenInput extends Partial<Omit<ClientTokenContent, 'exp'>> {
  /** @default an hour */
  readonly lifetimeInMs?: number;
  /** Milliseconds since 1970. @default now */
  readonly issuedAt?: number;
  /** @default 'http://rooms.test'; null for a token that does not tell it */
  readonly url?: string | null;
}

let issued = 0;

/** A token as a room server issues them; nobody has signed it. Each is different, as real ones are. */
export function clientToken(input: ClientTokenInput = {}): string {
  const { roomId = ROOM_ID, participantId = 'me', name, grants = ALL_GRANTS } = input;
  const { lifetimeInMs = 3_600_000, issuedAt = Date.now(), url = 'http://rooms.test' } = input;
  issued += 1;
  return encodeToken({
    jti: String(issued),
    iat: issuedAt / 1000,
    exp: (issuedAt + lifetimeInMs) / 1000,
    ...(url !== null && { url }),
    grants: [{ resources: [`video:rooms:${roomId}`], scopes: ['join'] }],
    test: { roomId, participantId, grants, ...(name !== undefined && { name }) },
  });
}

/** Any claims in the shape of a token. */
export function encodeToken(claims: unknown): string {
  const part = (value: unknown) => encodeBase64Url(JSON.stringify(value) ?? '');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

/** What a token of {@link clientToken} says, as the server reads it; null for any other string. */
export function readClientToken(token: string): ClientTokenContent | null {
  try {
    const claims = JSON.parse(decodeBase64Url(token.split('.')[1] ?? ''));
    return { ...claims.test, exp: claims.exp };
  } catch {
    return null;
  }
}

function encodeBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decodeBase64Url(encoded: string): string {
  const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}
