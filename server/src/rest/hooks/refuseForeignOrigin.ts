import type { onRequestHookHandler } from 'fastify';
import { FOREIGN_ORIGIN, isAllowedOrigin } from '../../signalling/isAllowedOrigin.ts';
import { ApiError } from '../errors/ApiError.ts';

/**
 * Refuses what pages of other origins would change. CORS keeps their scripts from reading the answer; this keeps the
 * request from being carried out.
 */
export function refuseForeignOrigin(allowed: readonly string[] | null): onRequestHookHandler {
  return async ({ method, headers: { origin } }) => {
    if (method === 'GET' || method === 'HEAD' || isAllowedOrigin(origin, allowed)) return;
    throw new ApiError('origin-not-allowed', FOREIGN_ORIGIN);
  };
}
