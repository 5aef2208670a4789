import type { FastifyPluginAsync } from 'fastify';
import type { ServerDeps } from '../ServerDeps.ts';

/** `/healthz`, `/readyz` and `/metrics`: for whoever runs the server. Never limited, without a key, not in the API. */
export const operationsPlugin: FastifyPluginAsync<ServerDeps> = async (app, { metrics, readiness }) => {
  const options = { config: { rateLimit: false }, logLevel: 'warn' } as const;

  app.get('/healthz', options, async () => ({ status: 'ok' }));

  app.get('/readyz', options, async (_request, reply) => {
    const { ready, checks } = await readiness.run();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', checks });
  });

  app.get('/metrics', options, async (_request, reply) => {
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.render());
  });
};
