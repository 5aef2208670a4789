/** Code of Postgres for "unique_violation". */
const UNIQUE_VIOLATION = '23505';

/** Whether a query failed since it would have put the same value twice into a unique index. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  // drizzle wraps the error of the database.
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as { code?: string; constraint?: string };
    if (code === UNIQUE_VIOLATION) return constraint === index;
  }
  return false;
}
