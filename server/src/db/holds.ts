import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Whether a column holds a text, upper and lower case alike. Nothing in the text stands for anything else. */
export function holds(column: AnyColumn, text: string): SQL {
  return sql`strpos(lower(${column}), lower(${text})) > 0`;
}
