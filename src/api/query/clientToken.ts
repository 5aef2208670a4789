import type { Query, QueryFunctionContext, QueryKey } from '@tanstack/react-query';
import { readToken, type TokenPair, type TokenSource } from '../../auth/index.ts';
import { type ClientTokenInput, type RequestOptions, RoomsApiError, type RoomsClient } from '../client/index.ts';
import type { RoomsApiKeys } from './keys.ts';

/** Part of its life after which a token is renewed. */
const RENEW_AFTER = 0.75;
/** Part of its life during which a token passes for new: a room takes what it is given for that. */
const NEW_FOR = 0.1;
/** The shortest time between two renewals, and between two tries, in milliseconds. */
const LEAST_WAIT = 1000;
const RETRY_WAIT = 10_000;

/** For whom a token is, and who gives it. */
export interface ClientTokenRequest {
  readonly roomId: string;
  /** Who it is for and what it allows, as far as whoever is asked lets the caller say. */
  readonly input?: ClientTokenInput | undefined;
  /** Gets a token from a backend of your own. @default the client's `clientTokens.generate` */
  readonly source?: TokenSource | undefined;
}

/** The options of a query for a token. */
export interface ClientTokenQuery {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: QueryFunctionContext) => Promise<TokenPair>;
  readonly staleTime: (query: Query<TokenPair, Error>) => number;
  readonly refetchInterval: (query: Query<TokenPair, Error>) => number | false;
  readonly refetchIntervalInBackground: true;
}

/** A query that renews a token before it runs out: by its refresh token where there is one, else by asking anew. */
export function createClientTokenQuery(
  client: RoomsClient,
  keys: RoomsApiKeys,
): (request: ClientTokenRequest) => ClientTokenQuery {
  return ({ roomId, input, source }) => ({
    queryKey: keys.clientToken(roomId, input),
    queryFn: async (context) => {
      const { client: cache, queryKey } = context;
      // Whoever asks for the signal is called off when nobody looks any more. A component that goes and comes back at
      // once, as in development, is back by now, and has the token that it asked for.
      await null;
      const options = { signal: context.signal };
      const refreshToken = cache.getQueryData<TokenPair>(queryKey)?.refreshToken;
      const token = refreshToken === undefined ? null : await renew(client, [roomId, refreshToken, options]);
      if (token !== null && refreshToken !== undefined) return { token, refreshToken };
      const pair = source ? await source() : await generate(client, [roomId, input, options]);
      // What is not a token is found out here, where its error is seen.
      readToken(pair.token);
      return pair;
    },
    staleTime: ({ state: { data } }) => (data ? lifetimeOf(data) * RENEW_AFTER : 0),
    refetchInterval: untilRenewal,
    refetchIntervalInBackground: true,
  });
}

/** How old a token may be that a room is given, in milliseconds. */
export const newFor = (pair: TokenPair | undefined): number => (pair ? lifetimeOf(pair) * NEW_FOR : 0);

function untilRenewal({ state }: Query<TokenPair, Error>): number | false {
  if (state.data === undefined) return false;
  if (state.status === 'error') return RETRY_WAIT;
  return Math.max(LEAST_WAIT, state.dataUpdatedAt + lifetimeOf(state.data) * RENEW_AFTER - Date.now());
}

/** By the server's clock: it does not matter how ours goes. */
function lifetimeOf({ token }: TokenPair): number {
  return readToken(token).lifetime;
}

async function generate(
  { clientTokens }: RoomsClient,
  asked: Parameters<RoomsClient['clientTokens']['generate']>,
): Promise<TokenPair> {
  const { token, refresh_token: refreshToken } = await clientTokens.generate(...asked);
  return { token, refreshToken };
}

/** @returns null when the refresh token is not good any more: whoever gave it may give another. */
async function renew(
  { clientTokens }: RoomsClient,
  [roomId, refreshToken, options]: [roomId: string, refreshToken: string, options: RequestOptions],
): Promise<string | null> {
  try {
    return (await clientTokens.refresh(roomId, { refresh_token: refreshToken }, options)).token;
  } catch (error) {
    if (error instanceof RoomsApiError && !error.passing) return null;
    throw error;
  }
}
