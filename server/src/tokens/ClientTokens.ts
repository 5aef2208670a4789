import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Clock } from '../Clock.ts';
import type { Grants } from './Grants.ts';
import { GRANTS_VERSION, toGrantsClaim } from './Grants.ts';
import { SIGNATURE_ALGORITHM, type SigningKeys } from './SigningKeys.ts';
import { TokenError } from './TokenError.ts';
import {
  type AccessClaims,
  type ParticipantIdentity,
  type RefreshClaims,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  type TokenType,
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
  tokenTtlSecs: number;
  refreshTtlSecs: number;
  /** Where the server is reached. */
  url: string;
}

interface TokenContent {
  roomId: string;
  participant: ParticipantIdentity;
  grants: Grants;
  url: string;
}

/** Issues, verifies and renews the tokens that clients join with. */
export class ClientTokens {
  readonly #keys: SigningKeys;
  readonly #now: Clock;

  constructor(keys: SigningKeys, now: Clock) {
    this.#keys = keys;
    this.#now = now;
  }

  /** An access token, which joins, and a refresh token, which gets further access tokens. */
  async issue(request: TokenRequest): Promise<{ access: IssuedToken; refresh: IssuedToken }> {
    const { roomId, grants, url } = request;
    const participant = { ...request.participant, id: request.participant?.id ?? randomUUID() };
    const content = { roomId, participant, grants, url };
    return {
      access: await this.#sign('access', content, request.tokenTtlSecs),
      refresh: await this.#sign('refresh', content, request.refreshTtlSecs),
    };
  }

  /**
   * What an access token allows.
   *
   * @throws {@link TokenError}
   */
  verifyAccess(token: string): Promise<AccessClaims> {
    return verifyToken(token, 'access', this.#keys, this.#now());
  }

  /**
   * What a refresh token is good for.
   *
   * @throws {@link TokenError}
   */
  verifyRefresh(token: string): Promise<RefreshClaims> {
    return verifyToken(token, 'refresh', this.#keys, this.#now());
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
    const { roomId, grants, participantId, name, metadata } = await this.verifyRefresh(request.refreshToken);
    if (roomId !== request.roomId) {
      throw new TokenError('token-forbidden', 'The refresh token is for another room: use the one of this room.');
    }
    const participant = { id: participantId, ...(name !== undefined && { name }), ...(metadata && { metadata }) };
    return this.#sign('access', { roomId, participant, grants, url: request.url }, request.tokenTtlSecs);
  }

  async #sign(
    type: TokenType,
    { roomId, participant, grants, url }: TokenContent,
    ttlSecs: number,
  ): Promise<IssuedToken> {
    const { kid, privateKey } = this.#keys.active();
    const issuedAt = Math.floor(this.#now().getTime() / 1000);
    const expiresAt = issuedAt + ttlSecs;
    const token = await new SignJWT({
      typ: type,
      grants_version: GRANTS_VERSION,
      grants: toGrantsClaim(roomId, grants),
      participant,
      url,
    })
      .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, typ: 'JWT', kid })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(participant.id)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      // A second earlier: a verifier whose clock is a little behind takes the token at once.
      .setNotBefore(issuedAt - 1)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }
}
