export { readToken } from './readToken.ts';
export { refreshClientToken } from './refreshClientToken.ts';
export type { TokenPair, TokenSource } from './TokenSource.ts';
export { type Token, Tokens } from './Tokens.ts';
