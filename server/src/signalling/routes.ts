import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { type RoomError, roomError } from '../../../src/errors/index.ts';
import {
  type CapabilitiesAnswer,
  MAX_JOIN_LENGTH,
  MAX_MESSAGE_LENGTH,
  PROTOCOL_VERSION,
} from '../../../src/protocol/index.ts';
import { postedRequest } from '../../../src/protocol/requests.ts';
import { acceptJoin } from './acceptJoin.ts';
import { acceptLobby } from './acceptLobby.ts';
import { acceptWait } from './acceptWait.ts';
import { isWorthKnowing, retryAfterSecs, statusOf, toRoomError } from './errorStatus.ts';
import { handleRequest } from './handleRequest.ts';
import { handleTest } from './handleTest.ts';
import { FOREIGN_ORIGIN, isAllowedOrigin } from './isAllowedOrigin.ts';
import { parseMessage } from './parseMessage.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

/** Pages keep the capabilities this long. A client that is told `capabilities-changed` asks past its cache. */
const CAPABILITIES_CACHE = 'public, max-age=3600';

/** The part of signalling that goes over HTTP: capabilities, joining, and requests before the socket is open. */
export async function signallingRoutes(app: FastifyInstance, deps: SignallingDeps): Promise<void> {
  acceptPlainText(app);
  app.setErrorHandler<FastifyError | Error>((thrown, request, reply) => {
    const error = fromFastify(thrown) ?? toRoomError(thrown);
    deps.countRefusal(error.code);
    if (error.code === 'internal') request.log.error({ err: thrown }, 'A signalling request failed.');
    else if (isWorthKnowing(error.code)) {
      request.log.info({ code: error.code, ip: request.ip }, 'A signalling request was refused.');
    }
    const retryAfter = retryAfterSecs(error.code);
    if (retryAfter !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter);
    return reply.code(statusOf(error.code)).send({ error: { code: error.code, message: error.message } });
  });

  const capabilities: CapabilitiesAnswer = {
    version: PROTOCOL_VERSION,
    hash: deps.capabilitiesHash,
    rtpCapabilities: deps.rooms.rtpCapabilities,
  };
  app.get('/v2/rtc/capabilities', async (_request, reply) =>
    reply.header('cache-control', CAPABILITIES_CACHE).header('etag', `"${capabilities.hash}"`).send(capabilities),
  );

  const options = {
    bodyLimit: MAX_JOIN_LENGTH,
    onRequest: async (request: FastifyRequest) => {
      if (isAllowedOrigin(request.headers.origin, deps.config.allowedOrigins)) return;
      throw roomError('not-allowed', FOREIGN_ORIGIN);
    },
  };
  app.post('/v2/rtc/join', options, async (request) => acceptJoin(deps, request.body));
  app.post('/v2/rtc/test', { ...options, bodyLimit: MAX_MESSAGE_LENGTH }, async (request) =>
    handleTest(deps, request.body),
  );
  app.post('/v2/rtc/lobby', options, async (request) => acceptLobby(deps, request.body));
  app.post('/v2/rtc/wait', { ...options, bodyLimit: MAX_MESSAGE_LENGTH }, async (request, reply) => {
    const gone = new AbortController();
    // Before the answer is sent: the page is closed, or its connection broke.
    reply.raw.once('close', () => gone.abort());
    return acceptWait(deps, request.body, gone.signal);
  });
  app.post('/v2/rtc/request', { ...options, bodyLimit: MAX_MESSAGE_LENGTH }, async (request) => {
    const { connectionId, method, data } = parseMessage(postedRequest, request.body);
    const connection = deps.connections.get(connectionId);
    if (!connection && method === 'leave' && deps.lobbies.giveUp(connectionId)) return {};
    if (!connection) throw roomError('not-connected');
    return handleRequest(connection, method, data, deps);
  });
}

/** JSON under the name of text: pages of other origins may send that without asking first, which saves a round trip. */
function acceptPlainText(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body as string));
    } catch (cause) {
      done(roomError('bad-request', 'The body is not JSON.', cause));
    }
  });
}

/** What Fastify and its plugins refuse before a handler runs, in the words of this protocol. */
function fromFastify(thrown: FastifyError | Error): RoomError | null {
  const status = 'statusCode' in thrown ? thrown.statusCode : undefined;
  if (status === 429) return roomError('too-many-requests', undefined, thrown);
  if (status !== undefined && status >= 400 && status < 500) return roomError('bad-request', thrown.message, thrown);
  return null;
}
