/** What your backend hands out for one person and one room. */
export interface TokenPair {
  /** The client join token. */
  readonly token: string;
  /** Lets the client renew the token by itself; without it, the source is asked again. */
  readonly refreshToken?: string;
}

/** Gets a token, from your backend as a rule. Asked at every connection and before a token runs out. */
export type TokenSource = () => Promise<TokenPair>;
