import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { ApiKeyAuthenticator } from '../apiKeys/ApiKeyAuthenticator.ts';
import { limitedAddress } from '../http/ClientAddress.ts';
import { ApiError } from './errors/ApiError.ts';

/** Limits requests for each API key, and for each address where there is no valid key. */
export async function limitRequests(
  app: FastifyInstance,
  authenticator: ApiKeyAuthenticator,
  requestsPerMinute: number,
): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => authenticator.identify(request.headers.authorization) ?? limitedAddress(request.ip),
    errorResponseBuilder: (_request, { max, ttl }) => {
      const retryAfterSecs = Math.ceil(ttl / 1000);
      const detail = `More than ${max} requests in a minute: try again in ${retryAfterSecs} s.`;
      return new ApiError('rate-limited', detail, { meta: { retry_after_secs: retryAfterSecs } });
    },
  });
}
