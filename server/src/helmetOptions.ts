import type { FastifyHelmetOptions } from '@fastify/helmet';

/** Headers for browsers: answers are data, and the one page there is loads nothing. */
export const helmetOptions: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'unsafe-inline'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Pages of other origins use this server; CORS says which.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  // TLS ends at a proxy, which knows whether the whole host speaks it.
  strictTransportSecurity: false,
};
