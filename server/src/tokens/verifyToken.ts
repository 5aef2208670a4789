import { decodeJwt, errors, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import { fromGrantsClaim, GRANTS_VERSION, type Grants, type GrantsClaim } from './Grants.ts';
import { SIGNATURE_ALGORITHM, type SigningKeys } from './SigningKeys.ts';
import { TokenError } from './TokenError.ts';

/** The `iss` claim. */
export const TOKEN_ISSUER = 'parlour';
/** The `aud` claim. */
export const TOKEN_AUDIENCE = 'parlour:rooms';

/** An access token joins a room; a refresh token only gets a new access token. */
export type TokenType = 'access' | 'refresh';

/** The `participant` claim: who the bearer is, signed by whoever holds the API key. */
export interface ParticipantIdentity {
  id: string;
  name?: string;
  metadata?: Record<string, unknown>;
}

interface ClientTokenPayload extends JWTPayload {
  typ: TokenType;
  grants_version: string;
  grants: GrantsClaim;
  participant: ParticipantIdentity;
  /** Of access tokens: the `jti` of the refresh token they belong to. */
  sid?: string;
}

/** What a verified access token says. */
export interface AccessClaims {
  roomId: string;
  participantId: string;
  name?: string;
  metadata?: Record<string, unknown>;
  grants: Grants;
  /** It has to be let in by a moderator first. */
  waits: boolean;
  /** When the token stops being good, in milliseconds since 1970. */
  expiresAt: number;
  /** Unique to this token. */
  jti: string;
  /** The `jti` of the refresh token that it was made with; of a refresh token, its own. */
  family: string;
  /** In seconds since 1970. */
  issuedAt: number;
}

/** What a verified refresh token says: the same, for the access tokens to come. */
export type RefreshClaims = AccessClaims;

/**
 * Checks signature, times, type and shape of a token.
 *
 * @throws {@link TokenError}
 */
export async function verifyToken(token: string, type: TokenType, keys: SigningKeys, now: Date): Promise<AccessClaims> {
  const payload = await verifySignature(token, keys, now);
  if (payload.typ !== type || payload.grants_version !== GRANTS_VERSION) {
    throw new TokenError('token-forbidden', `This is not an ${type} token: it is good for something else.`);
  }
  return toClaims(payload);
}

/**
 * What a token of either type says that this server has signed, also when its time is over.
 *
 * @throws {@link TokenError}
 */
export async function identifyToken(token: string, keys: SigningKeys): Promise<AccessClaims> {
  return toClaims(await verifySignature(token, keys, lastMomentOf(token)));
}

/** When a token was good, by its own word; the signature is still to be checked. */
function lastMomentOf(token: string): Date {
  try {
    return new Date(((decodeJwt(token).exp ?? 0) - 1) * 1000);
  } catch (cause) {
    throw new TokenError('token-invalid', 'This is not a token.', { cause });
  }
}

function toClaims(payload: ClientTokenPayload): AccessClaims {
  const granted = fromGrantsClaim(payload.grants);
  if (granted === null) throw new TokenError('token-forbidden', 'The token does not allow to join a room.');
  const { id, name, metadata } = payload.participant;
  return {
    ...granted,
    participantId: id,
    ...(name !== undefined && { name }),
    ...(metadata !== undefined && { metadata }),
    expiresAt: (payload.exp as number) * 1000,
    jti: payload.jti as string,
    family: payload.sid ?? (payload.jti as string),
    issuedAt: payload.iat as number,
  };
}

async function verifySignature(token: string, keys: SigningKeys, now: Date): Promise<ClientTokenPayload> {
  try {
    const { payload }: JWTVerifyResult<ClientTokenPayload> = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = await keys.verificationKey(kid);
        if (key === null) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        // One algorithm only: neither "none" nor a MAC keyed with the public key gets through.
        algorithms: [SIGNATURE_ALGORITHM],
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        typ: 'JWT',
        requiredClaims: ['exp', 'iat', 'jti', 'sub', 'grants', 'participant'],
        currentDate: now,
      },
    );
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) {
      throw new TokenError('token-expired', 'The token has expired: get a new one.', { cause });
    }
    if (cause instanceof errors.JOSEError) {
      throw new TokenError('token-invalid', 'The token is not one that this server has signed.', { cause });
    }
    throw cause;
  }
}
