import type { operations } from './openapi.ts';

type Operator = 'eq' | 'gte' | 'lte';
type Value = string | number | boolean;

/** The query parameters of an operation, as they stand in the address. */
export type ParametersOf<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;

/** `filter[room_id]` and `filter[date_created_at][gte]` → `room_id` and `date_created_at` */
type FilterName<Parameter> = Parameter extends `filter[${infer Name}][${Operator}]`
  ? Name
  : Parameter extends `filter[${infer Name}]`
    ? Name
    : never;

type At<Parameters, Name> = Name extends keyof Parameters ? NonNullable<Parameters[Name]> : never;

type Range<Parameters, Name extends string> = `filter[${Name}][gte]` extends keyof Parameters
  ? { readonly [Op in Operator]?: At<Parameters, `filter[${Name}][${Op}]`> | undefined }
  : never;

/** The filters of an operation: `{ room_id: '…', date_created_at: { gte: '2027-03-01' } }`. */
export type FilterOf<Id extends keyof operations> = {
  readonly [Name in FilterName<keyof ParametersOf<Id>>]?:
    | At<ParametersOf<Id>, `filter[${Name}]`>
    | Range<ParametersOf<Id>, Name>
    | undefined;
};

/** Which page of a list. */
export interface PageQuery {
  /** From 1. @default 1 */
  readonly number?: number | undefined;
  /** 1 to 250. @default 20 */
  readonly size?: number | undefined;
}

type Plain<Parameters> = {
  readonly [Name in keyof Parameters as Name extends `${string}[${string}` ? never : Name]?:
    | Parameters[Name]
    | undefined;
};

/** What a list can be asked for: filters, a page, and whatever else the operation knows. */
export type ListQueryOf<Id extends keyof operations> = Plain<ParametersOf<Id>> & {
  readonly filter?: FilterOf<Id> | undefined;
  readonly page?: PageQuery | undefined;
};

/** The query as parameters of an address: `{ filter: { room_id: 'x' } }` → `{ 'filter[room_id]': 'x' }`. */
export function toParameters<Id extends keyof operations>(query: object): ParametersOf<Id> {
  const parameters: [string, Value][] = [];
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (typeof value !== 'object') parameters.push([name, value as Value]);
    else for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner);
  };
  for (const [name, value] of Object.entries(query)) add(name, value);
  return Object.fromEntries(parameters) as ParametersOf<Id>;
}
