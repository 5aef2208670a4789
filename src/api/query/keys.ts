import type { QueryKey } from '@tanstack/react-query';

/** The keys of one kind of resource, from the general to the special. */
export interface ResourceKeys {
  /** Whatever is kept of it. */
  readonly all: QueryKey;
  /** All lists, of pages and infinite ones. */
  readonly lists: QueryKey;
  list(query?: object): QueryKey;
  infinite(query?: object): QueryKey;
  /** Whatever is kept of single ones. */
  readonly ones: QueryKey;
  one(id: string, query?: object): QueryKey;
}

/** The keys of everything that is kept in the query cache, to invalidate it by, to prefetch and to look into. */
export interface RoomsApiKeys {
  /** Everything. */
  readonly all: QueryKey;
  readonly rooms: ResourceKeys;
  readonly sessions: ResourceKeys;
  readonly participants: ResourceKeys;
  readonly recordings: ResourceKeys;
  readonly compositions: ResourceKeys;
  readonly webhookDeliveries: ResourceKeys;
  clientToken(roomId: string, input?: object): QueryKey;
  /** Of mutations, by their names. */
  mutation(name: string): QueryKey;
}

/** @param scope - The first part of all keys. */
export function createKeys(scope: string): RoomsApiKeys {
  const resource = (name: string): ResourceKeys => {
    const all = [scope, name];
    const lists = [...all, 'lists'];
    const ones = [...all, 'ones'];
    return {
      ...{ all, lists, ones },
      list: (query = {}) => [...lists, 'page', query],
      infinite: (query = {}) => [...lists, 'infinite', query],
      // A prefix without a query, so that it stands for the resource however it was asked for.
      one: (id, query) => [...ones, id, ...(query ? [query] : [])],
    };
  };
  return {
    all: [scope],
    rooms: resource('rooms'),
    sessions: resource('sessions'),
    participants: resource('participants'),
    recordings: resource('recordings'),
    compositions: resource('compositions'),
    webhookDeliveries: resource('webhook-deliveries'),
    clientToken: (roomId, input = {}) => [scope, 'client-tokens', roomId, input],
    mutation: (name) => [scope, 'mutations', name],
  };
}
