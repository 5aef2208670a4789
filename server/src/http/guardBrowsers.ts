import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { helmetOptions } from './helmetOptions.ts';

/** The longest that browsers remember what an origin may do; Chromium stops at this. */
const PREFLIGHT_MAX_AGE_SECS = 7200;

/** What is said with all answers: who may read them, that they are data, that nobody keeps them, and their request. */
export async function guardBrowsers(
  app: FastifyInstance,
  config: Pick<Config, 'allowedOrigins' | 'tls'>,
): Promise<void> {
  await app.register(helmet, helmetOptions(config));
  await app.register(cors, {
    origin: config.allowedOrigins === null ? '*' : [...config.allowedOrigins],
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    exposedHeaders: ['Retry-After', 'X-Request-Id'],
    maxAge: PREFLIGHT_MAX_AGE_SECS,
  });
  // Answers hold tokens and names. What may be kept says so itself.
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-request-id', request.id);
  });
}
