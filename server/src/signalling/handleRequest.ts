import { roomError } from '../../../src/errors/index.ts';
import { type RequestAnswer, type RequestData, type RequestMethod, requests } from '../../../src/protocol/index.ts';
import { repeatableRequest } from '../../../src/protocol/requests.ts';
import { lowerHands, updateSelf } from '../rooms/conversation/attributes.ts';
import { sendMessages, sendReaction } from '../rooms/conversation/messaging.ts';
import { moderatorRequests } from '../rooms/moderatorRequests.ts';
import { produce, publishStream, unpublishStream, updateProducer } from '../rooms/publishing.ts';
import { setRecording } from '../rooms/setRecording.ts';
import { subscribe, updateConsumers } from '../rooms/subscribing.ts';
import type { Connection } from './Connection.ts';
import { parseMessage } from './parseMessage.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

/** Requests of a joined connection: all but `attach`, which makes a socket one. */
type HandledMethod = Exclude<RequestMethod, 'attach'>;

type RequestDeps = Pick<SignallingDeps, 'tokens' | 'now' | 'messages'>;

type Handlers = {
  [M in HandledMethod]: (
    connection: Connection,
    data: RequestData<M>,
    deps: RequestDeps,
  ) => Promise<RequestAnswer<M>> | RequestAnswer<M>;
};

const handlers: Handlers = {
  connectTransport: async ({ participant }, { direction, dtlsParameters }) => {
    await participant.transports.connect(direction, dtlsParameters);
    return {};
  },
  restartIce: async ({ participant }, { direction }) => ({
    iceParameters: await participant.transports.restartIce(direction),
  }),
  publishStream: async ({ room, participant }, data) => {
    await publishStream(room, participant, data);
    return {};
  },
  produce: async ({ room, participant }, data) => {
    await produce(room, participant, data);
    return {};
  },
  updateProducer: async ({ room, participant }, data) => {
    await updateProducer(room, participant, data);
    return {};
  },
  unpublishStream: ({ room, participant }, { key }) => {
    unpublishStream(room, participant, key);
    return {};
  },
  subscribe: ({ room, participant }, data) => subscribe(room, participant, data),
  updateConsumers: async ({ participant }, data) => {
    await updateConsumers(participant, data);
    return {};
  },
  requestKeyFrames: async ({ participant }, { consumerIds }) => {
    await participant.subscriptions.requestKeyFrames(consumerIds);
    return {};
  },
  unsubscribe: ({ participant }, { consumerIds }) => {
    participant.subscriptions.close(consumerIds);
    return {};
  },
  refreshToken: async (connection, { token }, { tokens, now }) => {
    const claims = await tokens.verifyAccess(token);
    connection.requireSamePerson(claims);
    if (connection.participant.gone) throw roomError('not-connected');
    await connection.tokenRefreshed(claims);
    return { tokenExpiresAt: claims.expiresAt, now: now() };
  },
  sendMessages: ({ room, participant, conversation }, { messages }) => ({
    results: sendMessages(room, participant, messages, (bytes) => conversation.countMessage(bytes)),
  }),
  sendReaction: ({ room, participant, conversation }, { reaction }) => {
    conversation.countReaction();
    sendReaction(room, participant, reaction);
    return {};
  },
  updateSelf: ({ room, participant, conversation }, data) => {
    conversation.countReaction();
    updateSelf(room, participant, data);
    return {};
  },
  lowerHands: ({ room, participant, conversation }, { participantIds }) => {
    conversation.countReaction();
    lowerHands(room, participant, participantIds);
    return {};
  },
  mute: async ({ room, participant }, data) => {
    await moderatorRequests.mute(room, participant, data);
    return {};
  },
  unmute: async ({ room, participant }, data) => {
    await moderatorRequests.unmute(room, participant, data);
    return {};
  },
  kick: async ({ room, participant }, data) => {
    await moderatorRequests.kick(room, participant, data);
    return {};
  },
  changeGrants: async ({ room, participant }, data) => {
    await moderatorRequests.changeGrants(room, participant, data);
    return {};
  },
  admit: async ({ room, participant }, data) => {
    await moderatorRequests.admit(room, participant, data);
    return {};
  },
  turnAway: ({ room, participant }, data) => {
    moderatorRequests.turnAway(room, participant, data);
    return {};
  },
  endSession: ({ room, participant }) => {
    moderatorRequests.endSession(room, participant);
    return {};
  },
  startRecording: ({ room, participant }) => {
    setRecording(room, participant, true);
    return {};
  },
  stopRecording: ({ room, participant }) => {
    setRecording(room, participant, false);
    return {};
  },
  ping: ({ participant }) => ({ seq: participant.outbox.seq }),
  leave: ({ room, participant }) => {
    room.remove(participant, 'left', null);
    return {};
  },
};

/**
 * Checks a request against the limits and its schema, and does what it asks for.
 *
 * @throws RoomError, or what the media server throws.
 */
export async function handleRequest(
  connection: Connection,
  method: string,
  data: unknown,
  deps: RequestDeps,
): Promise<object> {
  deps.messages.received(method);
  connection.countRequest();
  if (!isHandled(method)) throw roomError('bad-request', `There is no request "${method.slice(0, 64)}" here.`);
  const { requestId } = parseMessage(repeatableRequest, data);
  const carryOut = () => run(connection, method, data, deps);
  return requestId === undefined ? carryOut() : connection.answered.once(requestId, carryOut);
}

function isHandled(method: string): method is HandledMethod {
  return Object.hasOwn(handlers, method);
}

async function run<M extends HandledMethod>(
  connection: Connection,
  method: M,
  data: unknown,
  deps: RequestDeps,
): Promise<object> {
  const handle: Handlers[M] = handlers[method];
  return handle(connection, parseMessage(requests[method].data, data) as RequestData<M>, deps);
}
