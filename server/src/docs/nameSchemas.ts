interface Schema {
  title?: string;
  [keyword: string]: unknown;
}

/** As much of an OpenAPI document as is looked at here. */
interface Document {
  paths?: object;
  components?: { schemas?: object };
}

/**
 * The document with every schema that has a title moved to `components.schemas` under it and referred to from where it
 * stood: what is generated from the document gets names, and says each thing once.
 */
export function nameSchemas<Described extends Document>(document: Described): Described {
  const named = new Map<string, { schema: unknown; text: string }>();

  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const { title, ...rest } = value as Schema;
    const visited = Object.fromEntries(Object.entries(rest).map(([keyword, part]) => [keyword, visit(part)]));
    if (typeof title !== 'string') return title === undefined ? visited : { title: visit(title), ...visited };
    // What is said about this use of it stays with the use.
    const { description, ...schema } = visited;
    const text = JSON.stringify(schema);
    const known = named.get(title);
    if (known && known.text !== text) throw new Error(`Two different schemas are called ${title}.`);
    named.set(title, { schema, text });
    return { $ref: `#/components/schemas/${title}`, ...(description !== undefined && { description }) };
  };

  const paths = visit(document.paths);
  const schemas = Object.fromEntries([...named].sort().map(([title, { schema }]) => [title, schema]));
  return { ...document, paths, components: { ...document.components, schemas } };
}
