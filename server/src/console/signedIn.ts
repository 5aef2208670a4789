import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../rest/errors/ApiError.ts';
import type { ConsoleDeps } from './ConsoleDeps.ts';
import type { ConsoleSession } from './ConsoleSessions.ts';
import { refuseOtherSites, refuseWithoutToken } from './refuseForged.ts';
import { noSessionCookie, readSessionCookie } from './sessionCookie.ts';

/** A session with what the browser proves it by. */
export interface SignedIn {
  readonly token: string;
  readonly session: ConsoleSession;
}

const people = new WeakMap<FastifyRequest, SignedIn>();

/** Who a request comes from, behind {@link requireSession}. */
export function signedIn(request: FastifyRequest): SignedIn {
  const found = people.get(request);
  if (!found) throw new Error('This route of the console asks nobody to sign in.');
  return found;
}

/** Lets those through who are signed in, and what changes something only from the console's own page. */
export function requireSession(app: FastifyInstance, { sessions, publicUrl, isSecure }: ConsoleDeps): void {
  app.addHook('onRequest', async (request, reply) => {
    const token = readSessionCookie(request);
    const session = token === null ? null : await sessions.find(token);
    if (token === null || session === null) {
      if (token !== null) reply.header('set-cookie', noSessionCookie(isSecure()));
      throw new ApiError('console-signed-out', 'Nobody is signed in here, or not any more: sign in with an API key.');
    }
    people.set(request, { token, session });
    if (request.method === 'GET' || request.method === 'HEAD') return;
    refuseOtherSites(request, publicUrl());
    refuseWithoutToken(request, session.csrfToken);
  });
}
