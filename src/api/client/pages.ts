import type { RequestOptions } from './Http.ts';
import type { PageQuery } from './listQuery.ts';
import type { Page } from './resources.ts';

/** What a list is asked for. */
interface Paged {
  readonly page?: PageQuery | undefined;
}

/** Gets a page of a list. */
export type ReadPage<Query extends Paged, Resource> = (
  query?: Query,
  options?: RequestOptions,
) => Promise<Page<Resource>>;

/** The ways to read a list. */
export interface List<Query extends Paged, Resource> {
  /** One page. */
  list: ReadPage<Query, Resource>;
  /** Page by page, from the one that the query names: `for await (const page of …)`. */
  pages(query?: Query, options?: RequestOptions): AsyncIterable<Page<Resource>>;
  /**
   * All resources, one by one: `for await (const room of …)`. None comes twice, and none is left out because others
   * came or were deleted meanwhile, be it by the loop itself.
   */
  all(query?: Query, options?: RequestOptions): AsyncIterable<Resource>;
}

/** All ways to read a list, from the way to read a page. */
export function listOf<Query extends Paged, Resource extends { readonly id: string }>(
  list: ReadPage<Query, Resource>,
): List<Query, Resource> {
  const pages = (query?: Query, options?: RequestOptions) => readPages(list, query, options);
  return { list, pages, all: (query, options) => readAll(pages(query, options)) };
}

async function* readPages<Query extends Paged, Resource>(
  list: ReadPage<Query, Resource>,
  query: Query | undefined,
  options?: RequestOptions,
): AsyncGenerator<Page<Resource>> {
  let number = query?.page?.number ?? 1;
  let before = 0;
  while (true) {
    const page = await list({ ...query, page: { ...query?.page, number } } as Query, options);
    const { page_size: size, total_results: total } = page.meta;
    // The lists have the newest first: of what was deleted since, some may have stood before this page, and what
    // followed has moved up. Those pages are read again.
    const moved = Math.min(Math.max(0, before - total), (number - 1) * size);
    before = total;
    if (moved > 0) {
      number = Math.max(query?.page?.number ?? 1, number - Math.ceil(moved / size));
      continue;
    }
    yield page;
    if (number * size >= total) return;
    number += 1;
  }
}

async function* readAll<Resource extends { readonly id: string }>(
  pages: AsyncIterable<Page<Resource>>,
): AsyncGenerator<Resource> {
  const seen = new Set<string>();
  for await (const { data } of pages) {
    for (const resource of data) {
      if (seen.has(resource.id)) continue;
      seen.add(resource.id);
      yield resource;
    }
  }
}
