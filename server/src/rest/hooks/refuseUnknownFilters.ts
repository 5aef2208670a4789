import type { preValidationHookHandler } from 'fastify';
import type { TObject } from 'typebox';
import { ApiError } from '../errors/ApiError.ts';

/** Refuses filters that the route does not know: ignored, they would give a list that looks filtered and is not. */
export const refuseUnknownFilters: preValidationHookHandler = async ({ query, routeOptions }) => {
  const known = Object.keys((routeOptions.schema?.querystring as TObject | undefined)?.properties ?? {});
  const unknown = Object.keys(query as object).find((name) => /^filter\b/.test(name) && !known.includes(name));
  if (unknown === undefined) return;
  const filters = known.filter((name) => name.startsWith('filter'));
  const advice = filters.length === 0 ? 'There are no filters here.' : `There are ${filters.join(', ')}.`;
  throw new ApiError('filter-unknown', `There is no filter ${unknown}. ${advice}`, { source: { parameter: unknown } });
};
