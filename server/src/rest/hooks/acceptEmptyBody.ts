import type { FastifyInstance } from 'fastify';

/** Takes an absent or empty body for `{}`: every field of most bodies is optional. */
export function acceptEmptyBody(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '') done(null, {});
    else parseJson(request, body, done);
  });
  app.addHook('preValidation', async (request) => {
    request.body ??= {};
  });
}
