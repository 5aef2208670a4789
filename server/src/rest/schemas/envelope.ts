import { type TSchema, Type } from 'typebox';
import { ERROR_CODES } from '../errors/errorCodes.ts';
import { named } from './named.ts';

/** One resource. */
export const dataOf = <Resource extends TSchema>(resource: Resource) => Type.Object({ data: resource });

/** A page of resources. */
export const listOf = <Resource extends TSchema>(resource: Resource) =>
  Type.Object({
    data: Type.Array(resource),
    meta: Type.Object({
      page_number: Type.Integer(),
      page_size: Type.Integer(),
      total_pages: Type.Integer(),
      total_results: Type.Integer(),
    }),
  });

const Errors = named('Errors', {
  errors: Type.Array(
    Type.Object({
      code: Type.Enum(Object.keys(ERROR_CODES)),
      title: Type.String(),
      detail: Type.String({ description: 'What is wrong, and what to do.' }),
      source: Type.Optional(
        Type.Object({
          pointer: Type.Optional(Type.String({ description: 'JSON pointer to the field of the body.' })),
          parameter: Type.Optional(Type.String({ description: 'Name of the parameter.' })),
        }),
      ),
      meta: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
});

/** The answers of a route for these failures, besides those that every route has. */
export function errorResponses<const Status extends number>(...statuses: Status[]) {
  return Object.fromEntries([...statuses, 429, 500].map((status) => [status, Errors])) as Record<
    Status | 429 | 500,
    typeof Errors
  >;
}
