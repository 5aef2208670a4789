import { timestamp } from 'drizzle-orm/pg-core';

/**
 * A point in time, kept to the millisecond: what a JavaScript `Date` holds is what the database gives back, so that
 * sorting and filtering agree on both sides.
 */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
