import { and, gte, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** A stretch of time: from one moment, which belongs to it, to another, which does not. */
export interface DateRange {
  from?: Date;
  before?: Date;
}

/** The condition that a column lies within a range; `undefined` for a range without ends. */
export function withinRange(column: PgColumn, { from, before }: DateRange): SQL | undefined {
  return and(from && gte(column, from), before && lt(column, before));
}
