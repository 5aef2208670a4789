import type { FastifyServerOptions } from 'fastify';

/** How requests are checked against the schemas of their routes. */
export const validatorOptions: NonNullable<FastifyServerOptions['ajv']> = {
  customOptions: {
    // "10" and "false" are taken as numbers and booleans; unknown fields stay out of the way.
    coerceTypes: true,
    removeAdditional: false,
    allErrors: true,
  },
  // The only URIs that requests hold are addresses of webhooks.
  onCreate: (ajv) => ajv.addFormat('uri', isHttpUrl),
};

function isHttpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
