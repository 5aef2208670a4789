import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Config } from '../config.ts';
import { readCertificate } from './Certificate.ts';

/** A connection has this long to begin a request, or to shake hands: browsers open some ahead of time. */
const HEAD_WITHIN_MS = 15_000;
/** How often it is seen who takes too long. */
const CHECK_INTERVAL_MS = 1_000;

/**
 * The HTTP server, with or without TLS. Whoever sends slowly, or nothing at all, is let go of.
 *
 * @throws `StartupError` when the certificate cannot be used.
 */
export function createHttpServer({ tls, limits }: Pick<Config, 'tls' | 'limits'>, listener: RequestListener): Server {
  const options: ServerOptions = {
    headersTimeout: Math.min(HEAD_WITHIN_MS, limits.requestTimeoutMs),
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.idleTimeoutMs,
    connectionsCheckingInterval: CHECK_INTERVAL_MS,
  };
  if (tls === null) return createServer(options, listener);
  const secure = { ...readCertificate(tls), handshakeTimeout: HEAD_WITHIN_MS, minVersion: 'TLSv1.2' as const };
  return createTlsServer({ ...options, ...secure }, listener);
}
