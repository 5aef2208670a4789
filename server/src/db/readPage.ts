import { desc, type SQL } from 'drizzle-orm';
import type { PgColumn, PgSelect, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './Database.ts';

/** Which page of a list is wanted. */
export interface PageRequest {
  /** Counts from 1. */
  number: number;
  size: number;
}

/** A page of a list, and how long the whole list is. */
export interface Page<Item> {
  items: Item[];
  totalResults: number;
}

/**
 * Reads one page, the newest first. Ties in a column are broken by the next one; together they are unique, so that an
 * item stands on one page only.
 */
export async function readPage<Query extends PgSelect>(
  db: Database,
  table: PgTable,
  condition: SQL | undefined,
  query: Query,
  { number, size }: PageRequest,
  order: readonly PgColumn[],
): Promise<Page<Awaited<Query>[number]>> {
  const totalResults = await db.$count(table, condition);
  const items = await query
    .orderBy(...order.map((column) => desc(column)))
    .limit(size)
    .offset((number - 1) * size);
  return { items: items as Awaited<Query>[number][], totalResults };
}
