import { ApiError } from './ApiError.ts';

/** Gives what was found, or answers with 404. */
export function orNotFound<Found>(found: Found | null, kind: string, id: string): Found {
  if (found !== null) return found;
  throw new ApiError('resource-not-found', `There is no ${kind} with the id ${id}: it is deleted or never was.`);
}
