import { act, renderHook } from '@testing-library/react';
import { Profiler } from 'react';
import { expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { useChat, useUnreadMessages } from '../../../src/hooks/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

/** Does something to the room, and lets React take it in. */
function during(change: () => unknown): Promise<void> {
  return act(async () => {
    await change();
    await settled();
  });
}

async function setUp(grants = ALL_GRANTS) {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'ada', name: 'Ada', canReceiveMessages: true });
  server.room.conversation.write('ada', 'earlier');
  const { room } = createTestRoom(server, {
    enableMessages: true,
    tokenSource: async () => ({ token: clientToken({ grants }) }),
  });
  const { result } = renderHook(useChat, { wrapper: inRoom({ room }) });
  expect(result.current).toMatchObject({ messages: [], unread: 0, canSend: true });
  await during(() => room.connect());
  const lines = () => result.current.messages.map(({ payload, status }) => `${payload} ${status}`);
  return { server, room, result, lines };
}

it('shows what was written before and what is written now, and counts what is unread', async () => {
  const { server, result, lines } = await setUp();
  expect([lines(), result.current.unread]).toEqual([['earlier sent'], 0]);
  await during(() => server.room.conversation.write('ada', 'now'));
  expect([lines(), result.current.unread]).toEqual([['earlier sent', 'now sent'], 1]);
  expect(result.current.messages[1]).toMatchObject({ participantId: 'ada', name: 'Ada', origin: 'remote' });
  await during(() => result.current.markRead());
  expect(result.current.unread).toBe(0);
});

it('sends to everybody and to some; a message is pending until the server has it', async () => {
  const { server, result, lines } = await setUp();
  const held = server.gates.hold('sendMessages');
  await during(() => result.current.send('Hello'));
  await during(() => result.current.send({ type: 'text', payload: 'psst', meta: 'm' }, ['ada']));
  expect(lines()).toEqual(['earlier sent', 'Hello pending', 'psst pending']);
  await during(() => held.release());
  expect(lines()).toEqual(['earlier sent', 'Hello sent', 'psst sent']);
  expect(server.room.conversation.messages.slice(1)).toMatchObject([
    { message: { payload: 'Hello' }, recipients: null },
    { message: { payload: 'psst', meta: 'm' }, recipients: ['ada'] },
  ]);
});

it('shows what failed, with why, and sends it again or takes it away', async () => {
  const { server, result, lines } = await setUp();
  for (let time = 0; time < 2; time += 1) server.gates.refuse('sendMessages', new RoomError('too-many-requests', ''));
  await during(() => result.current.send('one'));
  await during(() => result.current.send('two'));
  expect(lines()).toEqual(['earlier sent', 'one failed', 'two failed']);
  const [, one, two] = result.current.messages;
  expect(one).toMatchObject({ error: { code: 'too-many-requests' } });
  await during(() => result.current.retry(one?.id ?? ''));
  await during(() => result.current.discard(two?.id ?? ''));
  expect(lines()).toEqual(['earlier sent', 'one sent']);
});

it('says whether we may write', async () => {
  const { result } = await setUp({ ...ALL_GRANTS, message: false });
  expect(result.current.canSend).toBe(false);
});

it('renders nobody who does not read it, and a badge with its number only', async () => {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'ada', canReceiveMessages: true });
  const { room } = createTestRoom(server, { enableMessages: true });
  let commits = 0;
  const Wrapper = inRoom({ room });
  const { result } = renderHook(useUnreadMessages, {
    wrapper: ({ children }) => (
      <Wrapper>
        <Profiler id="badge" onRender={() => (commits += 1)}>
          {children}
        </Profiler>
      </Wrapper>
    ),
  });
  await during(() => room.connect());
  commits = 0;
  await during(() => room.sendMessage({ type: 'text', payload: 'ours' }));
  expect(commits).toBe(0);
  await during(() => server.room.conversation.write('ada', 'hers'));
  expect([result.current, commits]).toEqual([1, 1]);
});
