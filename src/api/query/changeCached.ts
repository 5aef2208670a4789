import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from '../client/index.ts';

/** What is kept under a key: a resource, a page of them, or several pages. */
type Cached<Resource> = Resource | Page<Resource> | InfiniteData<Page<Resource>> | undefined;

/** The resource as it will be; null: it will be gone. The same object: nothing about it changes. */
export type Change<Resource> = (resource: Resource) => Resource | null;

/** Puts back what was there, where nothing has come in its place. */
export type Undo = () => void;

/**
 * Changes a resource wherever it is kept, before the server has said yes. Requests on their way are called off: what
 * they bring would be older.
 */
export async function changeCached<Resource>(
  client: QueryClient,
  queryKey: QueryKey,
  change: Change<Resource>,
): Promise<Undo> {
  await client.cancelQueries({ queryKey });
  const undos = client.getQueriesData<Cached<Resource>>({ queryKey }).flatMap(([key, before]) => {
    const after = changed(before, change);
    if (after === before) return [];
    // What is kept may be another object than what was set.
    const kept = client.setQueryData(key, after);
    return [() => void client.setQueryData<unknown>(key, (now: unknown) => (now === kept ? before : now))];
  });
  return () => {
    for (const undo of undos) undo();
  };
}

function changed<Resource>(cached: Cached<Resource>, change: Change<Resource>): Cached<Resource> {
  if (cached === undefined || cached === null) return cached;
  if (isInfinite(cached)) {
    const pages = cached.pages.map((page) => changedPage(page, change));
    return same(pages, cached.pages) ? cached : { ...cached, pages };
  }
  if (isPage(cached)) return changedPage(cached, change);
  // Whoever looks at a single resource that will be gone goes on seeing it until they leave.
  return change(cached) ?? cached;
}

function changedPage<Resource>(page: Page<Resource>, change: Change<Resource>): Page<Resource> {
  const data = page.data.map(change).filter((resource) => resource !== null);
  if (same(data, page.data)) return page;
  const total_results = page.meta.total_results - (page.data.length - data.length);
  return { data, meta: { ...page.meta, total_results } };
}

function same(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function isInfinite<Resource>(cached: Cached<Resource>): cached is InfiniteData<Page<Resource>> {
  return typeof cached === 'object' && cached !== null && 'pages' in cached && 'pageParams' in cached;
}

function isPage<Resource>(cached: Cached<Resource>): cached is Page<Resource> {
  return typeof cached === 'object' && cached !== null && 'data' in cached && 'meta' in cached;
}
