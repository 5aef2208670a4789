import { roomError } from '../../../src/errors/index.ts';
import {
  type TestAction,
  type TestActionAnswer,
  type TestActionData,
  testActions,
  testRequest,
} from '../../../src/protocol/index.ts';
import { parseMessage } from './parseMessage.ts';
import { requireSameVersion } from './requireSameVersion.ts';
import type { SignallingDeps } from './SignallingDeps.ts';

/** What tests work with. */
type TestDeps = Pick<SignallingDeps, 'rooms' | 'tests' | 'tokens' | 'roomRecords' | 'config'>;

type Actions = {
  [A in TestAction]: (deps: TestDeps, data: TestActionData<A>) => Promise<TestActionAnswer<A>> | TestActionAnswer<A>;
};

const actions: Actions = {
  start: async ({ rooms, tests, tokens, roomRecords, config }, { testId, token }) => {
    rooms.requireRunning();
    const { roomId, participantId } = await tokens.verifyAccess(token);
    if (!(await roomRecords.find(roomId))) throw roomError('room-not-found');
    tests.start(testId, JSON.stringify([roomId, participantId]));
    const { lifetimeMs, maxBytes } = tests.limits;
    return { iceServers: [...config.iceServers], lifetimeMs, maxBytes };
  },
  open: ({ tests }, { testId }) => tests.open(testId),
  connect: async ({ tests }, { testId, transportId, dtlsParameters }) => {
    await tests.connect(testId, transportId, dtlsParameters);
    return {};
  },
  produce: ({ tests }, data) => tests.produce(data),
  consume: ({ tests }, { testId, transportId }) => tests.consume(testId, transportId),
  flood: ({ tests }, data) => tests.flood(data),
  received: ({ tests }, { testId, transportId }) => tests.received(testId, transportId),
  end: ({ tests }, { testId }) => {
    tests.end(testId);
    return {};
  },
};

/**
 * `POST /v2/rtc/test`. Who has no token gets nothing; who has one gets transports that belong to no room.
 *
 * @throws RoomError, or what the media server throws.
 */
export async function handleTest(deps: TestDeps, body: unknown): Promise<object> {
  requireSameVersion(body);
  const { action, data } = parseMessage(testRequest, body);
  if (!isAction(action)) throw roomError('bad-request', `There is no action "${action.slice(0, 64)}" in a test.`);
  return run(deps, action, data);
}

function isAction(action: string): action is TestAction {
  return Object.hasOwn(actions, action);
}

async function run<A extends TestAction>(deps: TestDeps, action: A, data: unknown): Promise<object> {
  const act: Actions[A] = actions[action];
  return act(deps, parseMessage(testActions[action].data, data) as TestActionData<A>);
}
