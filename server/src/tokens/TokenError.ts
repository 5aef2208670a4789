/**
 * Why a client token is refused: it is not one of ours (`token-invalid`), its time is over (`token-expired`), it was
 * revoked (`token-revoked`), or it is
 * good for something else (`token-forbidden`: another room, or a refresh token where an access token is needed).
 */
export type TokenErrorCode = 'token-invalid' | 'token-expired' | 'token-revoked' | 'token-forbidden';

/** A client token that is refused. Switch on `code`; the message is for people. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly code: TokenErrorCode;

  constructor(code: TokenErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
