import { Type } from 'typebox';
import type { DateRange } from '../../db/DateRange.ts';

const DAY_MS = 86_400_000;

const day = (description: string) => Type.Optional(Type.String({ format: 'date', description }));

type Operator = 'eq' | 'gte' | 'lte';
type Key<Name extends string, Op extends Operator = Operator> = `filter[${Name}][${Op}]`;

/** The query parameters that filter by a date: on a day, on or after, on or before; days are of UTC. */
export function dateFilterFields<const Name extends string>(name: Name) {
  return {
    [`filter[${name}][eq]`]: day('On this day (UTC).'),
    [`filter[${name}][gte]`]: day('On this day or after (UTC).'),
    [`filter[${name}][lte]`]: day('On this day or before (UTC).'),
  } as Record<Key<Name>, ReturnType<typeof day>>;
}

/** The stretch of time that meets all date filters of that name. */
export function readDateRange<const Name extends string>(
  query: { readonly [key in Key<Name>]?: string },
  name: Name,
): DateRange {
  const read = (operator: Operator) => query[`filter[${name}][${operator}]` as Key<Name>];
  const [eq, gte, lte] = [read('eq'), read('gte'), read('lte')];
  const starts = [eq, gte].filter((text) => text !== undefined).map(Date.parse);
  const ends = [eq, lte].filter((text) => text !== undefined).map((text) => Date.parse(text) + DAY_MS);
  return {
    ...(starts.length > 0 && { from: new Date(Math.max(...starts)) }),
    ...(ends.length > 0 && { before: new Date(Math.min(...ends)) }),
  };
}
