import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../rest/errors/ApiError.ts';

/**
 * Refuses what another site has made the browser send: by what browsers say of the page that asks. Programs say
 * nothing, and have no cookie of somebody else's.
 *
 * @param own - Where the console is besides the address that the request names.
 */
export function refuseOtherSites({ headers, host }: FastifyRequest, own: string): void {
  const site = headers['sec-fetch-site'];
  const isOther = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (!isOther && isOwnOrigin(headers.origin, host, own)) return;
  throw new ApiError('console-request-forged', 'The console takes requests of its own page only.');
}

/** Refuses what does not carry the token that the page was given when it signed in. */
export function refuseWithoutToken({ headers }: FastifyRequest, csrfToken: string): void {
  const given = Buffer.from(String(headers['x-parlour-csrf'] ?? ''));
  const wanted = Buffer.from(csrfToken);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new ApiError('console-request-forged', 'Send the csrf_token of the session in a header "X-Parlour-CSRF".');
}

function isOwnOrigin(origin: string | undefined, host: string, own: string): boolean {
  if (origin === undefined) return true;
  return URL.parse(origin)?.host === host || origin === URL.parse(own)?.origin;
}
