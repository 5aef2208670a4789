import type { FastifyPluginAsync } from 'fastify';
import type { ServerDeps } from '../ServerDeps.ts';

/** `/healthz`, `/readyz` and `/metrics`: for whoever runs the server. Never limited, without a key, not in the API. */
export const operationsPlugin: FastifyPluginAsync<ServerDeps> = async (app, { metrics, readiness, log }) => {
  const options = { config: { rateLimit: false }, logLevel: 'warn' } as const;

  // Alive: this process answers. Whoever restarts it for less would make a database's trouble worse.
  app.get('/healthz', options, async () => ({ status: 'ok' }));

  app.get('/readyz', options, async (_request, reply) => {
    const { ready, checks, causes } = await readiness.run();
    for (const [check, err] of Object.entries(causes)) log.warn({ err, check }, 'A readiness check failed.');
    const status = ready ? 'ok' : readiness.draining ? 'draining' : 'unavailable';
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, checks });
  });

  app.get('/metrics', options, async (_request, reply) => {
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.render());
  });
};
