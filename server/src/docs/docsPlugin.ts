import type { FastifyPluginAsync } from 'fastify';
import { type OpenApiDocument, renderDocsPage } from './renderDocsPage.ts';

/** `/v2/openapi.json`, and `/docs` for people: the same document as a page that needs nothing from elsewhere. */
export const docsPlugin: FastifyPluginAsync = async (app) => {
  app.get('/v2/openapi.json', async () => app.swagger());

  app.get('/docs', async (_request, reply) => {
    return reply.type('text/html; charset=utf-8').send(renderDocsPage(app.swagger() as OpenApiDocument));
  });
};
