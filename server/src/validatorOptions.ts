import type { FastifyServerOptions } from 'fastify';

/** How requests are checked against the schemas of their routes. */
export const validatorOptions: NonNullable<FastifyServerOptions['ajv']> = {
  customOptions: {
    // "10" and "false" are taken as numbers and booleans; unknown fields stay out of the way.
    coerceTypes: true,
    // "all" or a list.
    allowUnionTypes: true,
    removeAdditional: false,
    allErrors: true,
  },
  // The only URIs that requests hold are addresses of webhooks.
  onCreate: (ajv) => ajv.addFormat('uri', isWebhookUrl),
};

/** An http(s) URL, or "" for none. */
function isWebhookUrl(text: string): boolean {
  if (text === '') return true;
  const protocol = /^[\x21-\x7e]+$/.test(text) ? URL.parse(text)?.protocol : undefined;
  return protocol === 'https:' || protocol === 'http:';
}
