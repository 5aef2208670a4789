import type { FastifyInstance, FastifyReply } from 'fastify';
import { limitedAddress } from '../http/ClientAddress.ts';
import { ApiError } from '../rest/errors/ApiError.ts';
import type { ConsoleDeps } from './ConsoleDeps.ts';
import type { ConsoleSession } from './ConsoleSessions.ts';
import { refuseOtherSites } from './refuseForged.ts';
import { noSessionCookie, sessionCookie } from './sessionCookie.ts';
import { signedIn } from './signedIn.ts';

/** Attempts a minute from one address, and from all of them. */
const ATTEMPTS = 10;
const ALL_ATTEMPTS = 100;

const presented = ({ csrfToken, expiresAt }: ConsoleSession) => ({
  data: { csrf_token: csrfToken, expires_at: expiresAt.toISOString() },
});

/** Signs in and out, for those who are not signed in yet. */
export function addSignIn(app: FastifyInstance, { sessions, config, publicUrl, isSecure, log }: ConsoleDeps): void {
  const countAll = app.createRateLimit({ max: ALL_ATTEMPTS, timeWindow: '1 minute', keyGenerator: () => 'console' });
  const limit = {
    max: ATTEMPTS,
    timeWindow: '1 minute',
    groupId: 'console-sign-in',
    keyGenerator: ({ ip }: { ip: string }) => limitedAddress(ip),
  };
  const schema = {
    body: {
      type: 'object',
      properties: { api_key: { type: 'string', minLength: 1, maxLength: 512 } },
      required: ['api_key'],
    },
  };
  app.post<{ Body: { api_key: string } }>(
    '/session',
    { schema, config: { rateLimit: limit } },
    async (request, reply: FastifyReply) => {
      refuseOtherSites(request, publicUrl());
      const all = await countAll(request);
      if (!all.isAllowed && all.isExceeded) {
        reply.header('retry-after', all.ttlInSeconds);
        throw new ApiError('rate-limited', `Too many sign in: try again in ${all.ttlInSeconds} s.`);
      }
      const opened = await sessions.open(request.body.api_key.trim());
      if (opened === null) {
        log.warn({ ip: request.ip }, 'Somebody tried to sign in to the console with a wrong key.');
        throw new ApiError('api-key-invalid', 'This is no API key of this server, or it was revoked.');
      }
      reply.header('set-cookie', sessionCookie(opened.token, config.consoleSessionSecs, isSecure()));
      return reply.code(201).send(presented(opened.session));
    },
  );
}

/** Tells a signed-in page of its session, and signs it out. */
export function addSession(app: FastifyInstance, { sessions, isSecure }: ConsoleDeps): void {
  app.get('/session', async (request) => presented(signedIn(request).session));
  app.delete('/session', async (request, reply) => {
    await sessions.end(signedIn(request).token);
    return reply.header('set-cookie', noSessionCookie(isSecure())).code(204).send();
  });
}
