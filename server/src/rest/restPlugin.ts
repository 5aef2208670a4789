import type { FastifyPluginAsync } from 'fastify';
import { generateRoute } from './clientTokens/generateRoute.ts';
import { refreshRoute } from './clientTokens/refreshRoute.ts';
import { revokeRoute } from './clientTokens/revokeRoute.ts';
import { downloadRoute } from './downloads/downloadRoute.ts';
import { acceptEmptyBody } from './hooks/acceptEmptyBody.ts';
import { refuseForeignOrigin } from './hooks/refuseForeignOrigin.ts';
import { refuseUnknownFilters } from './hooks/refuseUnknownFilters.ts';
import { requireApiKey } from './hooks/requireApiKey.ts';
import type { RestDeps } from './RestDeps.ts';
import { compositionsRoutes } from './roomCompositions/compositionsRoutes.ts';
import { participantsRoutes } from './roomParticipants/participantsRoutes.ts';
import { recordingsRoutes } from './roomRecordings/recordingsRoutes.ts';
import { actionsRoutes } from './roomSessions/actionsRoutes.ts';
import { sessionsRoutes } from './roomSessions/sessionsRoutes.ts';
import { roomSessionsRoutes } from './rooms/roomSessionsRoutes.ts';
import { roomsRoutes } from './rooms/roomsRoutes.ts';
import { publicKeyRoute } from './webhooks/publicKeyRoute.ts';
import { webhooksRoutes } from './webhooks/webhooksRoutes.ts';

/** The REST API. Registered under `/v2`. */
export const restPlugin: FastifyPluginAsync<RestDeps & { prefix?: string }> = async (app, { prefix: _, ...deps }) => {
  // Without the prefix: it holds for the routes in here already, and would be put before them once more.
  acceptEmptyBody(app);
  app.addHook('onRequest', refuseForeignOrigin(deps.config.allowedOrigins));
  app.addHook('preValidation', refuseUnknownFilters);

  await app.register(refreshRoute, deps);
  await app.register(publicKeyRoute, deps);
  await app.register(downloadRoute, deps);
  await app.register(async (withKey) => {
    withKey.addHook('preParsing', requireApiKey(deps.identify));
    await withKey.register(roomsRoutes, deps);
    await withKey.register(roomSessionsRoutes, deps);
    await withKey.register(sessionsRoutes, deps);
    await withKey.register(participantsRoutes, deps);
    await withKey.register(actionsRoutes, deps);
    await withKey.register(recordingsRoutes, deps);
    await withKey.register(compositionsRoutes, deps);
    await withKey.register(generateRoute, deps);
    await withKey.register(webhooksRoutes, deps);
    await withKey.register(revokeRoute, deps);
  });
};
