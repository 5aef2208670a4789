import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Clock } from '../Clock.ts';
import type { Grants } from './Grants.ts';
import { GRANTS_VERSION, toGrantsClaim } from './Grants.ts';
import type { RevocationRequest, Revocations } from './Revocations.ts';
import { SIGNATURE_ALGORITHM, type SigningKeys } from './SigningKeys.ts';
import { TokenError } from './TokenError.ts';
import {
  type AccessClaims,
  identifyToken,
  type ParticipantIdentity,
  type RefreshClaims,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  verifyToken,
} from './verifyToken.ts';

/** A signed token and when it stops being good. */
export interface IssuedToken {
  token: string;
  expiresAt: Date;
}

/** What a pair of tokens is issued for. */
export interface TokenRequest {
  roomId: string;
  /** Who the bearer is. Without an id one is made, so that it stays the same over refreshes. */
  participant?: { id?: string; name?: string; metadata?: Record<string, unknown> };
  grants: Grants;
  /** Whether a moderator has to let the bearer in. @default false */
  waits?: boolean;
  tokenTtlSecs: number;
  refreshTtlSecs: number;
  /** Where the server is reached. */
  url: string;
}

interface TokenContent {
  roomId: string;
  participant: ParticipantIdentity;
  grants: Grants;
  waits: boolean;
  url: string;
}

/** What tells a token from others; `sid` is the `jti` of the refresh token that it belongs to. */
type TokenIdentity = { typ: 'refresh'; jti: string } | { typ: 'access'; jti: string; sid: string };

/** Issues, verifies, renews and revokes the tokens that clients join with. */
export class ClientTokens {
  readonly #keys: SigningKeys;
  readonly #now: Clock;
  readonly #revocations: Revocations;

  constructor(keys: SigningKeys, revocations: Revocations, now: Clock) {
    this.#keys = keys;
    this.#revocations = revocations;
    this.#now = now;
  }

  /** An access token, which joins, and a refresh token, which gets further access tokens. */
  async issue(request: TokenRequest): Promise<{ access: IssuedToken; refresh: IssuedToken }> {
    const { roomId, grants, waits = false, url } = request;
    const participant = { ...request.participant, id: request.participant?.id ?? randomUUID() };
    const content = { roomId, participant, grants, waits, url };
    const family = randomUUID();
    return {
      access: await this.#sign({ typ: 'access', jti: randomUUID(), sid: family }, content, request.tokenTtlSecs),
      refresh: await this.#sign({ typ: 'refresh', jti: family }, content, request.refreshTtlSecs),
    };
  }

  /**
   * What an access token allows.
   *
   * @throws {@link TokenError}
   */
  async verifyAccess(token: string): Promise<AccessClaims> {
    const claims = await verifyToken(token, 'access', this.#keys, this.#now());
    this.requireGood(claims);
    return claims;
  }

  /**
   * What a refresh token is good for.
   *
   * @throws {@link TokenError}
   */
  async verifyRefresh(token: string): Promise<RefreshClaims> {
    const claims = await verifyToken(token, 'refresh', this.#keys, this.#now());
    this.requireGood(claims);
    return claims;
  }

  /**
   * Sees that a token that was verified before has not been revoked meanwhile.
   *
   * @throws {@link TokenError} `token-revoked`.
   */
  requireGood(claims: AccessClaims): void {
    if (!this.isRevoked(claims)) return;
    throw new TokenError('token-revoked', 'The token has been revoked: ask whoever let you in for another one.');
  }

  isRevoked(claims: AccessClaims): boolean {
    return this.#revocations.isRevoked(claims);
  }

  /** @param listener told of the room whenever tokens are revoked. */
  onRevoked(listener: (roomId: string) => void): void {
    this.#revocations.onRevoked(listener);
  }

  /** Makes tokens void. Done when it is on record and in force. */
  revoke(request: RevocationRequest): Promise<void> {
    return this.#revocations.revoke(request);
  }

  /** Takes over what other servers have revoked, and forgets what is over. */
  refreshRevocations(): Promise<void> {
    return this.#revocations.refresh();
  }

  /**
   * Whose token that is, good or not any more.
   *
   * @throws {@link TokenError} when this server has not signed it.
   */
  identify(token: string): Promise<AccessClaims> {
    return identifyToken(token, this.#keys);
  }

  /**
   * A new access token with the identity and the grants of the refresh token, which stays as it is.
   *
   * @throws {@link TokenError} also when the refresh token is of another room.
   */
  async refresh(request: {
    refreshToken: string;
    roomId: string;
    tokenTtlSecs: number;
    url: string;
  }): Promise<IssuedToken> {
    const { roomId, grants, waits, participantId, name, metadata, jti } = await this.verifyRefresh(
      request.refreshToken,
    );
    if (roomId !== request.roomId) {
      throw new TokenError('token-forbidden', 'The refresh token is for another room: use the one of this room.');
    }
    const participant = { id: participantId, ...(name !== undefined && { name }), ...(metadata && { metadata }) };
    const content = { roomId, participant, grants, waits, url: request.url };
    return this.#sign({ typ: 'access', jti: randomUUID(), sid: jti }, content, request.tokenTtlSecs);
  }

  async #sign(
    { jti, ...identity }: TokenIdentity,
    { roomId, participant, grants, waits, url }: TokenContent,
    ttlSecs: number,
  ): Promise<IssuedToken> {
    const { kid, privateKey } = this.#keys.active();
    const firstGood = this.#revocations.firstGoodSecond(roomId, participant.id);
    const issuedAt = Math.max(Math.floor(this.#now().getTime() / 1000), firstGood);
    const expiresAt = issuedAt + ttlSecs;
    const token = await new SignJWT({
      ...identity,
      grants_version: GRANTS_VERSION,
      grants: toGrantsClaim({ roomId, grants, waits }),
      participant,
      url,
    })
      .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, typ: 'JWT', kid })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(participant.id)
      .setJti(jti)
      .setIssuedAt(issuedAt)
      // A second earlier: a verifier whose clock is a little behind takes the token at once.
      .setNotBefore(issuedAt - 1)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }
}
