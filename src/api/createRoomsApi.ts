import type { RoomsClient } from './client/index.ts';
import { createClientTokenQuery } from './query/clientToken.ts';
import { createKeys, type RoomsApiKeys } from './query/keys.ts';
import { createMutations, type RoomsApiMutations } from './query/mutations.ts';
import {
  createInfiniteQueries,
  createQueries,
  type RoomsApiInfiniteQueries,
  type RoomsApiQueries,
} from './query/queries.ts';

/** The REST API for TanStack Query: keys, and the options of every query and mutation. */
export interface RoomsApi {
  readonly client: RoomsClient;
  readonly keys: RoomsApiKeys;
  readonly queries: RoomsApiQueries & { clientToken: ReturnType<typeof createClientTokenQuery> };
  readonly infiniteQueries: RoomsApiInfiniteQueries;
  readonly mutations: RoomsApiMutations;
}

/** What tells two of them apart. */
export interface RoomsApiOptions {
  /** The first part of all keys. Who asks two servers in one `QueryClient` gives each its own. @default 'parlour' */
  readonly scope?: string;
}

/** Makes the options of queries and mutations from a client. Once, outside of components. */
export function createRoomsApi(client: RoomsClient, { scope = 'parlour' }: RoomsApiOptions = {}): RoomsApi {
  const keys = createKeys(scope);
  return {
    client,
    keys,
    queries: { ...createQueries(client, keys), clientToken: createClientTokenQuery(client, keys) },
    infiniteQueries: createInfiniteQueries(client, keys),
    mutations: createMutations(client, keys),
  };
}
