import { isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';

const WILDCARDS = new Set(['0.0.0.0', '::']);

/** The URL that clients reach the server by: the setting, else host and port as they are at the moment of asking. */
export function publicUrl(
  { publicUrl: configured, host, port, tls }: Pick<Config, 'publicUrl' | 'host' | 'port' | 'tls'>,
  app: FastifyInstance,
): string {
  if (configured !== null) return configured;
  const address = app.server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  // A server that listens everywhere is reached here at the least; for elsewhere there is PARLOUR_PUBLIC_URL.
  const name = WILDCARDS.has(host) ? 'localhost' : host;
  return `${tls === null ? 'http' : 'https'}://${isIPv6(name) ? `[${name}]` : name}:${actualPort}`;
}
