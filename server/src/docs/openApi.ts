import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Collects the schemas of the routes that are registered from now on. Routes without a tag stay out. */
export async function collectOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    hideUntagged: true,
    // Routes without a schema come here, too.
    transform: ({ schema, url }) => ({ schema: schema && optionalWhereDefaulted(schema), url }),
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Parlour rooms API', version },
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
      security: [{ apiKey: [] }],
    },
  });
}

/** A field with a default may be left out; the validator fills it in before it looks for required ones. */
function optionalWhereDefaulted(schema: FastifySchema): FastifySchema {
  const relax = (part: unknown) => {
    const { required, properties } = part as { required?: string[]; properties?: Record<string, object> };
    if (required === undefined || properties === undefined) return part;
    return { ...(part as object), required: required.filter((name) => !('default' in (properties[name] ?? {}))) };
  };
  return {
    ...schema,
    ...(schema.body !== undefined && { body: relax(schema.body) }),
    ...(schema.querystring !== undefined && { querystring: relax(schema.querystring) }),
  };
}
