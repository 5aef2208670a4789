import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { ApiKeyAuthenticator } from '../apiKeys/ApiKeyAuthenticator.ts';
import { ApiError } from './errors/ApiError.ts';

/** A hundred a second: far above what a person or an application server does, below what hurts. */
export const DEFAULT_REQUESTS_PER_MINUTE = 6000;

/** Limits requests for each API key, and for each address where there is no valid key. */
export async function limitRequests(
  app: FastifyInstance,
  authenticator: ApiKeyAuthenticator,
  requestsPerMinute: number,
): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => authenticator.identify(request.headers.authorization) ?? request.ip,
    errorResponseBuilder: (_request, { max, ttl }) => {
      const retryAfterSecs = Math.ceil(ttl / 1000);
      const detail = `More than ${max} requests in a minute: try again in ${retryAfterSecs} s.`;
      return new ApiError('rate-limited', detail, { meta: { retry_after_secs: retryAfterSecs } });
    },
  });
}
