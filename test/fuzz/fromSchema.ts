import fc from 'fast-check';
import type * as v from 'valibot';

/** What is read of a valibot schema: https://valibot.dev/guides/internal-architecture/ */
interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly wrapped?: Schema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly value?: Schema;
  readonly pipe?: readonly { readonly kind: string; readonly type: string; readonly requirement?: unknown }[];
}

/** Ids and keys that are known in the rooms that are fed, so that messages hit somebody. */
const NAMES = ['a', 'me', 'self', 'presentation', 'x'];

/** Messages that a schema of the protocol lets through. */
export function fromSchema(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  return arbitraryOf(schema as unknown as Schema);
}

function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'object': {
      const entries = Object.entries(schema.entries ?? {});
      const optional = entries.filter(([, { type }]) => type === 'optional').map(([key]) => key);
      const required = entries.map(([key]) => key).filter((key) => !optional.includes(key));
      const arbitraries = Object.fromEntries(entries.map(([key, entry]) => [key, arbitraryOf(entry)]));
      return fc.record(arbitraries, { requiredKeys: required });
    }
    case 'array':
      return fc.array(arbitraryOf(schema.item as Schema), {
        minLength: limit(schema, 'min_length') ?? 0,
        maxLength: 3,
      });
    case 'tuple':
      return fc.tuple(...(schema.items ?? []).map(arbitraryOf));
    case 'record':
      return fc.dictionary(fc.constantFrom(...NAMES), arbitraryOf(schema.value as Schema), { maxKeys: 3 });
    case 'optional':
      return arbitraryOf(schema.wrapped as Schema);
    case 'nullable':
      return fc.option(arbitraryOf(schema.wrapped as Schema));
    case 'union':
      return fc.oneof(...(schema.options as readonly Schema[]).map(arbitraryOf));
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? []));
    case 'literal':
      return fc.constant(schema.literal);
    case 'string':
      return schema.pipe?.some(({ type }) => type === 'uuid') ? fc.uuid() : fc.constantFrom(...NAMES);
    case 'number': {
      const [min, max] = [limit(schema, 'min_value') ?? 0, limit(schema, 'max_value') ?? 100_000];
      return fc.integer({ min, max: Math.max(min, max) });
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'unknown':
    case 'any':
      return fc.jsonValue({ maxDepth: 1 });
    default:
      throw new Error(`fromSchema() does not know schemas of the type "${schema.type}" yet.`);
  }
}

function limit({ pipe }: Schema, type: string): number | undefined {
  const requirement = pipe?.find((action) => action.type === type)?.requirement;
  return typeof requirement === 'number' ? requirement : undefined;
}
