import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Selection } from '../../rooms/moderating.ts';
import type { RestDeps } from '../RestDeps.ts';
import { dataOf, errorResponses } from '../schemas/envelope.ts';
import { requireActive, requireParticipants } from './requireActive.ts';
import { ActionResult, ChangeGrantsInput, KickInput, MuteInput, RoomSessionParams, UnmuteInput } from './schemas.ts';

const done = { data: { result: 'ok' } } as const;

/** Moderation of a session from outside: end, kick, mute, unmute, change grants. */
export const actionsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, deps) => {
  const { actions } = deps.liveRooms;

  /** The room of the session, if that goes on and everyone who is named has been in it. */
  const roomOf = async (sessionId: string, selection?: Selection): Promise<string> => {
    const session = await requireActive(deps, sessionId);
    if (selection) await requireParticipants(deps, session, selection);
    return session.roomId;
  };

  const endSchema = describe('endRoomSession', 'End a session', 'Everyone in it is disconnected: session_terminated.');
  app.post(pathOf('end'), { schema: endSchema }, async ({ params: { room_session_id: id } }) => {
    await actions.endSession(await roomOf(id));
    await deps.repositories.sessions.end(id, 'session_terminated');
    return done;
  });

  const kickSchema = {
    ...describe('kickFromRoomSession', 'Remove participants', 'They are disconnected: kicked.'),
    body: KickInput,
  };
  app.post(pathOf('kick'), { schema: kickSchema }, async ({ params, body }) => {
    await actions.kick(await roomOf(params.room_session_id, body), body, body.ban_secs);
    return done;
  });

  const muteSchema = {
    ...describe('muteInRoomSession', 'Mute participants', 'They cannot undo it, nor by joining again.'),
    body: MuteInput,
  };
  app.post(pathOf('mute'), { schema: muteSchema }, async ({ params, body }) => {
    await actions.mute(await roomOf(params.room_session_id, body), body, body.sources, body.reason);
    return done;
  });

  const unmuteSchema = {
    ...describe('unmuteInRoomSession', 'Unmute participants', 'They may turn on again what was kept off.'),
    body: UnmuteInput,
  };
  app.post(pathOf('unmute'), { schema: unmuteSchema }, async ({ params, body }) => {
    await actions.unmute(await roomOf(params.room_session_id, body), body, body.sources);
    return done;
  });

  const grantsSchema = {
    ...describe('changeGrantsInRoomSession', 'Change what participants may do', 'It takes effect at once.'),
    body: ChangeGrantsInput,
  };
  app.post(pathOf('change_grants'), { schema: grantsSchema }, async ({ params, body }) => {
    await actions.changeGrants(await roomOf(params.room_session_id, body), body, body.grants);
    return done;
  });
};

function pathOf(action: string): string {
  return `/room_sessions/:room_session_id/actions/${action}`;
}

function describe(operationId: string, summary: string, description: string) {
  return {
    tags: ['Room sessions'],
    operationId,
    summary,
    description,
    params: RoomSessionParams,
    response: { 200: dataOf(ActionResult), ...errorResponses(401, 404, 422) },
  };
}
