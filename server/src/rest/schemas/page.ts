import { type Static, Type } from 'typebox';
import type { Page, PageRequest } from '../../db/readPage.ts';

const LARGEST_PAGE_NUMBER = 2_147_483_647;

/** The query parameters of every list. */
export const pageFields = {
  'page[number]': Type.Integer({ minimum: 1, maximum: LARGEST_PAGE_NUMBER, default: 1 }),
  'page[size]': Type.Integer({ minimum: 1, maximum: 250, default: 20 }),
};

const PageQuery = Type.Object(pageFields);

/** Which page a query asks for. */
export function readPageRequest(query: Static<typeof PageQuery>): PageRequest {
  return { number: query['page[number]'], size: query['page[size]'] };
}

/** The answer with a page of a list. */
export function presentPage<Item, Resource>(
  { items, totalResults }: Page<Item>,
  { number, size }: PageRequest,
  present: (item: Item) => Resource,
) {
  return {
    data: items.map(present),
    meta: {
      page_number: number,
      page_size: size,
      total_pages: Math.ceil(totalResults / size),
      total_results: totalResults,
    },
  };
}
