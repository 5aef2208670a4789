import type { preParsingHookHandler } from 'fastify';
import { ApiError } from '../errors/ApiError.ts';
import type { RestDeps } from '../RestDeps.ts';

/**
 * Lets requests with a valid API key through. A `preParsing` hook: no body is read for strangers, and the rate limit,
 * an `onRequest` hook, has counted the attempt.
 */
export function requireApiKey(identify: RestDeps['identify']): preParsingHookHandler {
  return async (request, reply, payload) => {
    if (identify(request) !== null) return payload;
    reply.header('www-authenticate', 'Bearer');
    if (request.headers.authorization === undefined) {
      throw new ApiError('api-key-missing', 'Send the API key in a header "Authorization: Bearer <API key>".');
    }
    throw new ApiError(
      'api-key-invalid',
      'This API key is not one of this server, or it was revoked: `npm run keys -- list` shows those there are.',
    );
  };
}
