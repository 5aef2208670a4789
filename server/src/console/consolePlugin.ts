import { fileURLToPath } from 'node:url';
import type { FastifyPluginAsync } from 'fastify';
import type { ApiKeyAuthenticator } from '../apiKeys/ApiKeyAuthenticator.ts';
import type { RestDeps } from '../rest/RestDeps.ts';
import { restPlugin } from '../rest/restPlugin.ts';
import type { Changes } from './Changes.ts';
import type { ConsoleDeps } from './ConsoleDeps.ts';
import { addConsolePage } from './ConsolePage.ts';
import { ConsoleSessions } from './ConsoleSessions.ts';
import { addEvents } from './eventRoutes.ts';
import { addLiveSessions } from './liveSessionRoutes.ts';
import { OpenStreams } from './OpenStreams.ts';
import { addSession, addSignIn } from './sessionRoutes.ts';
import { requireSession, signedIn } from './signedIn.ts';

interface ConsoleOptions extends RestDeps {
  readonly authenticator: ApiKeyAuthenticator;
  readonly changes: Changes;
  readonly prefix: string;
}

const BUILT_PAGE = fileURLToPath(new URL('../../dist/console', import.meta.url));

/** The console: its page, and the REST API once more for those who are signed in to it. */
export const consolePlugin: FastifyPluginAsync<ConsoleOptions> = async (app, options) => {
  const { prefix: _, authenticator, changes, ...rest } = options;
  const { config, now, publicUrl, repositories } = rest;
  const deps: ConsoleDeps = {
    ...rest,
    // The console takes requests of its own page only, which need not be on that list.
    config: { ...config, allowedOrigins: null },
    identify: (request) => signedIn(request).session.apiKeyId,
    sessions: new ConsoleSessions(repositories.consoleSessions, authenticator, {
      now,
      lifetimeSecs: config.consoleSessionSecs,
    }),
    isSecure: () => publicUrl().startsWith('https:'),
  };
  await app.register(
    async (api) => {
      addSignIn(api, deps);
      await api.register(async (inside) => {
        requireSession(inside, deps);
        addSession(inside, deps);
        const streams = new OpenStreams(inside, deps.sessions);
        addEvents(inside, deps, { changes, streams });
        addLiveSessions(inside, deps, streams);
        await inside.register((v2) => v2.register(restPlugin, deps), { prefix: '/v2' });
      });
    },
    { prefix: '/api' },
  );
  const storage = config.s3 && (config.s3.endpoint ?? 'https://*.amazonaws.com');
  addConsolePage(app, {
    folder: BUILT_PAGE,
    mediaOrigins: () =>
      [publicUrl(), storage].flatMap((url) => (url ? [url.replace(/^(\w+:\/\/[^/]+).*$/, '$1')] : [])),
  });
};
