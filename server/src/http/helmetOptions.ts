import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config.ts';

const ONE_YEAR_SECS = 31_536_000;

/** Headers for browsers: answers are data, and the one page there is loads nothing. */
export const helmetOptions = ({ tls }: Pick<Config, 'tls'>): FastifyHelmetOptions => ({
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
  xFrameOptions: { action: 'deny' },
  // Where TLS ends at a proxy, that one knows whether the whole host speaks it.
  strictTransportSecurity: tls !== null && { maxAge: ONE_YEAR_SECS, includeSubDomains: false },
});
