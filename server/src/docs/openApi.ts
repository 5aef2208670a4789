import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { errorResponses } from '../rest/schemas/envelope.ts';
import { explained } from './glossary.ts';
import { nameSchemas } from './nameSchemas.ts';
import { withExamples } from './withExamples.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const DESCRIPTION = `Rooms, the tokens that let people into them, who met when, and what was recorded.
Lists are sorted the newest first. An unknown filter is an error; unknown fields of a body are ignored. Numbers and
booleans may come as text. Times are ISO 8601 in UTC; dates in filters are days of UTC.`;

/** Collects the schemas of the routes that are registered from now on. Routes without a tag stay out. */
export async function collectOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    hideUntagged: true,
    // Routes without a schema come here, too.
    transform: ({ schema, url, route }) => ({
      schema: schema && {
        ...complete(schema, [route.method].flat()),
        // The console has the same routes once more, for itself.
        ...(url.startsWith('/console/') && { hide: true }),
      },
      url,
    }),
    transformObject: (document) =>
      'openapiObject' in document ? withExamples(nameSchemas(document.openapiObject)) : document.swaggerObject,
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Parlour rooms API', version, description: DESCRIPTION },
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key of the server: Authorization: Bearer <key>.',
          },
        },
      },
      security: [{ apiKey: [] }],
    },
  });
}

/** The schema of a route, with what holds for every route like it. */
function complete(schema: FastifySchema, methods: readonly string[]): FastifySchema {
  const describe = (part: unknown) => explained(optionalWhereDefaulted(part));
  const { body, querystring, params, response, ...rest } = schema;
  const documented = { ...errorResponses(...commonErrors(schema, methods)), ...(response as object) };
  return {
    ...rest,
    ...(body !== undefined && { body: describe(body) }),
    ...(querystring !== undefined && { querystring: describe(querystring) }),
    ...(params !== undefined && { params: explained(params) }),
    response: Object.fromEntries(Object.entries(documented).map(([status, answer]) => [status, explained(answer)])),
  };
}

/** The failures that a route may have by what it is, besides 429 and 500. */
function commonErrors({ body, params, security }: FastifySchema, methods: readonly string[]): number[] {
  const changes = methods.some((method) => method !== 'GET' && method !== 'HEAD');
  return [
    ...(security?.length === 0 ? [] : [401]),
    // Pages of foreign origins change nothing.
    ...(changes ? [403] : []),
    ...(params === undefined ? [] : [404]),
    ...(body === undefined ? [] : [413, 415]),
    // Unknown filters.
    422,
  ];
}

/** A field with a default may be left out; the validator fills it in before it looks for required ones. */
function optionalWhereDefaulted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const { required, properties, additionalProperties } = part as Schema;
  const optional = (name: string) => 'default' in (properties?.[name] ?? {});
  return {
    ...part,
    ...(required && { required: required.filter((name) => !optional(name)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [name, optionalWhereDefaulted(field)]),
      ),
    }),
    ...(additionalProperties !== undefined && { additionalProperties: optionalWhereDefaulted(additionalProperties) }),
  };
}

interface Schema {
  required?: string[];
  properties?: Record<string, object>;
  additionalProperties?: unknown;
}
