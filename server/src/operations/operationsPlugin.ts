import type { FastifyPluginAsync } from 'fastify';
import { isBearerOf } from '../apiKeys/isBearerOf.ts';
import { ApiError } from '../rest/errors/ApiError.ts';
import type { ServerDeps } from '../ServerDeps.ts';

/**
 * `/healthz`, `/readyz` and `/metrics`: for whoever runs the server. Never limited, not in the API, and without a key;
 * `/metrics` with one of its own where that is set.
 */
export const operationsPlugin: FastifyPluginAsync<ServerDeps> = async (app, { config, metrics, readiness, log }) => {
  const options = { config: { rateLimit: false }, logLevel: 'warn' } as const;

  // Alive: this process answers. Whoever restarts it for less would make a database's trouble worse.
  app.get('/healthz', options, async () => ({ status: 'ok' }));

  app.get('/readyz', options, async (_request, reply) => {
    const { ready, checks, causes } = await readiness.run();
    for (const [check, err] of Object.entries(causes)) log.warn({ err, check }, 'A readiness check failed.');
    const status = ready ? 'ok' : readiness.draining ? 'draining' : 'unavailable';
    return reply.code(ready ? 200 : 503).send({ status, checks });
  });

  app.get('/metrics', options, async ({ headers: { authorization } }, reply) => {
    if (config.metricsToken !== null && !isBearerOf(config.metricsToken, authorization)) {
      reply.header('www-authenticate', 'Bearer');
      throw new ApiError(
        'metrics-token-invalid',
        'Send the token of PARLOUR_METRICS_TOKEN as "Authorization: Bearer …".',
      );
    }
    return reply.type(metrics.contentType).send(await metrics.render());
  });
};
