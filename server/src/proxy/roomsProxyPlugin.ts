import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { createForward, type RoomsProxyOptions } from './createRoomsProxy.ts';

/** How the proxy of a Fastify application is made. The prefix is the one that it is registered with. */
export type RoomsProxyPluginOptions<User> = Omit<RoomsProxyOptions<User, FastifyRequest>, 'prefix'>;

/**
 * The proxy as a plugin: `app.register(roomsProxyPlugin(options), { prefix: '/api/rooms' })`. `authenticate` gets the
 * request of Fastify, with whatever your own plugins have put on it.
 */
export function roomsProxyPlugin<User>(options: RoomsProxyPluginOptions<User>): FastifyPluginAsync {
  return async (app) => {
    const forward = createForward<User, FastifyRequest>({
      onError: (error) => app.log.error({ err: error }, 'rooms proxy'),
      ...options,
      prefix: app.prefix,
    });
    // It reads bodies itself, and not before it knows who sends them.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    app.all('/*', async (request, reply) => {
      const gone = new AbortController();
      reply.raw.on('close', () => gone.abort());
      const { method, body } = request;
      const answer = await forward(
        new Request(new URL(request.raw.url ?? '/', `${request.protocol}://${request.host}`), {
          method,
          headers: new Headers(request.headers as Record<string, string>),
          signal: gone.signal,
          ...(body instanceof Readable && { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' }),
        }),
        request,
      );
      reply.code(answer.status).headers(Object.fromEntries(answer.headers));
      return reply.send(answer.status === 204 ? null : await answer.text());
    });
  };
}
