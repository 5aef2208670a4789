import { describe, expect, it } from 'vitest';
import { type ChatMessage, type Message, type Room, RoomError } from '../../../src/engine/index.ts';
import { MAX_TEXT_BYTES } from '../../../src/protocol/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

const text = (payload: string): Message => ({ type: 'text', payload });

function setUp() {
  const server = new FakeRoomServer();
  const ada = server.room.enter({ id: 'ada', name: 'Ada', canReceiveMessages: true });
  const test = createTestRoom(server, { enableMessages: true });
  return { ...test, server, ada, events: recordEvents(test.room) };
}

async function connected() {
  const test = setUp();
  await test.room.connect();
  test.events.length = 0;
  return test;
}

const chat = (room: Room) => room.getState().chat.messages;
const payloads = (room: Room) => chat(room).map(({ payload, status }) => `${payload} ${status}`);
const sentBatches = (server: FakeRoomServer) =>
  server.connections.flatMap((connection) =>
    connection
      .sent('sendMessages')
      .map(({ messages }) => messages.map(({ message }: { message: Message }) => message.payload)),
  );

describe('a message to everybody', () => {
  it('is pending at once, done when the server has it, and comes to the sender as well', async () => {
    const { room, events, server } = await connected();
    const held = server.gates.hold('sendMessages');
    const sending = room.sendMessage({ ...text('Hello'), meta: 'm' });
    expect(chat(room)).toMatchObject([{ payload: 'Hello', meta: 'm', status: 'pending', origin: 'local' }]);
    const [{ id } = {}] = chat(room);
    held.release();
    await sending;
    await settled();
    expect(chat(room)).toMatchObject([{ id, payload: 'Hello', status: 'sent', participantId: 'me', recipients: null }]);
    expect(events).toEqual([['message_received', 'me', { type: 'text', payload: 'Hello', meta: 'm' }, null]]);
    expect(room.getState().chat.unread).toBe(0);
  });

  it('of somebody else is received, with the name, and counts as unread until it is read', async () => {
    const { room, events, server } = await connected();
    server.room.conversation.write('ada', 'Hi');
    await settled();
    expect(events).toEqual([['message_received', 'ada', text('Hi'), null]]);
    expect(chat(room)).toMatchObject([{ payload: 'Hi', participantId: 'ada', name: 'Ada', origin: 'remote' }]);
    expect(room.getState().chat.unread).toBe(1);
    room.chat.markRead();
    expect(room.getState().chat.unread).toBe(0);
  });

  it('stands after those that the server had before it', async () => {
    const { room, server } = await connected();
    const held = server.gates.hold('sendMessages');
    const sending = room.sendMessage(text('mine'));
    server.room.conversation.write('ada', 'hers');
    await settled();
    expect(payloads(room)).toEqual(['hers sent', 'mine pending']);
    held.release();
    await sending;
    await settled();
    expect(payloads(room)).toEqual(['hers sent', 'mine sent']);
  });
});

describe('a message to some', () => {
  it('goes to them, and not back to the sender', async () => {
    const { room, events, server } = await connected();
    await room.sendMessage(text('psst'), ['ada']);
    await settled();
    expect(server.room.conversation.messages).toMatchObject([{ recipients: ['ada'] }]);
    expect(events).toEqual([]);
    expect(chat(room)).toMatchObject([{ payload: 'psst', recipients: ['ada'], status: 'sent' }]);
  });

  it('tells its recipients', async () => {
    const { events, server } = await connected();
    server.room.conversation.write('ada', 'psst', ['me']);
    await settled();
    expect(events).toEqual([['message_received', 'ada', text('psst'), ['me']]]);
  });

  it('is refused when one of them is not there, and shown as failed', async () => {
    const { room } = await connected();
    expect(await rejectionCode(room.sendMessage(text('psst'), ['nobody']))).toBe('participant-not-found');
    expect(chat(room)).toMatchObject([{ status: 'failed', error: { code: 'participant-not-found' } }]);
  });
});

describe('what is refused', () => {
  it('more than 64 KiB of UTF-8, payload and meta together, without asking the server', async () => {
    const { room, server } = await connected();
    const half = 'ä'.repeat(MAX_TEXT_BYTES / 4);
    await room.sendMessage({ type: 'text', payload: half, meta: half });
    expect(await rejectionCode(room.sendMessage({ type: 'text', payload: half, meta: `${half}x` }))).toBe(
      'message-too-large',
    );
    expect(sentBatches(server)).toHaveLength(1);
    expect(chat(room)).toHaveLength(1);
  });

  it.each<[string, unknown, unknown]>([
    ['no text', { type: 'text', payload: 7 }, undefined],
    ['another type', { type: 'video', payload: '' }, undefined],
    ['nobody to send to', text('x'), []],
    ['recipients that are no ids', text('x'), [7]],
  ])('%s', async (_what, message, recipients) => {
    const { room, server } = await connected();
    expect(await rejectionCode(room.sendMessage(message as Message, recipients as string[]))).toBe('bad-request');
    expect(sentBatches(server)).toEqual([]);
  });

  it('a message without the grant', async () => {
    const server = new FakeRoomServer();
    const grants = { ...ALL_GRANTS, message: false };
    const { room } = createTestRoom(server, { tokenSource: async () => ({ token: clientToken({ grants }) }) });
    await room.connect();
    expect(await rejectionCode(room.sendMessage(text('x')))).toBe('not-allowed');
  });

  it('one of several: the others go through', async () => {
    const { room } = await connected();
    const sending = ['one', 'two', 'three'].map((payload) =>
      room.sendMessage(text(payload), payload === 'two' ? ['nobody'] : ['ada']).then(
        () => 'sent',
        ({ code }) => code,
      ),
    );
    expect(await Promise.all(sending)).toEqual(['sent', 'participant-not-found', 'sent']);
  });

  it('anything outside a connected room', async () => {
    const { room } = setUp();
    expect(await rejectionCode(room.sendMessage(text('too early')))).toBe('not-connected');
    await room.connect();
    await room.disconnect();
    expect(await rejectionCode(room.sendMessage(text('too late')))).toBe('not-connected');
    expect(payloads(room)).toEqual(['too early failed', 'too late failed']);
  });
});

describe('order', () => {
  it('is kept: what gathers behind a message goes in one request, after its answer', async () => {
    const { room, server } = await connected();
    const held = server.gates.hold('sendMessages');
    const sending = ['a', 'b', 'c', 'd'].map((payload) => room.sendMessage(text(payload)));
    await held.arrived;
    await settled();
    expect(sentBatches(server)).toEqual([['a']]);
    held.release();
    await Promise.all(sending);
    expect(sentBatches(server)).toEqual([['a'], ['b', 'c', 'd']]);
    expect(payloads(room)).toEqual(['a sent', 'b sent', 'c sent', 'd sent']);
  });

  it('is kept in requests that stay small', async () => {
    const { room, server } = await connected();
    const large = 'x'.repeat(60_000);
    await Promise.all(['a', 'b', 'c', 'd'].map((letter) => room.sendMessage(text(letter + large))));
    expect(sentBatches(server).map((batch) => batch.map((payload: string) => payload[0]))).toEqual([
      ['a'],
      ['b', 'c'],
      ['d'],
    ]);
  });
});

describe('a connection that breaks', () => {
  it('lets the clock stand still while it is mended; after 20 s of a standing one nobody waits longer', async () => {
    const { room, server, clock } = await connected();
    const connection = server.connectionOf();
    server.gates.hold('sendMessages');
    let outcome = 'waits';
    room.sendMessage(text('x')).catch(({ code }) => {
      outcome = code;
    });
    await clock.advance(19_000);
    connection.interrupt('the WebSocket was closed', 1);
    await clock.advance(60_000);
    connection.resume();
    await clock.advance(19_000);
    expect([outcome, ...payloads(room)]).toEqual(['waits', 'x pending']);
    await clock.advance(1_000);
    expect([outcome, ...payloads(room)]).toEqual(['timed-out', 'x failed']);
  });

  it('for good: what was under way and what waited goes over the next one, once and in order', async () => {
    const { room, server, events } = await connected();
    // Taken by the server, but the answer is lost with the connection.
    const held = server.gates.hold('answer to sendMessages');
    const sending = ['a', 'b', 'c'].map((payload) => room.sendMessage(text(payload)));
    await held.arrived;
    const joining = server.gates.hold('join');
    held.release();
    server.lose();
    await joining.arrived;
    sending.push(room.sendMessage(text('d')));
    joining.release();
    await Promise.all(sending);
    await settled();
    expect(server.room.conversation.messages.map(({ message }) => message.payload)).toEqual(['a', 'b', 'c', 'd']);
    expect(payloads(room)).toEqual(['a sent', 'b sent', 'c sent', 'd sent']);
    expect(events.filter(([name]) => name === 'message_received').map(([, , message]) => message)).toEqual(
      ['a', 'b', 'c', 'd'].map(text),
    );
  });

  it('for good: a broadcast whose echo was lost with it comes back by the answer', async () => {
    const server = new FakeRoomServer();
    const grants = { ...ALL_GRANTS, history: false };
    const { room } = createTestRoom(server, { tokenSource: async () => ({ token: clientToken({ grants }) }) });
    await room.connect();
    const events = recordEvents(room);
    const connection = server.connectionOf();
    connection.closeSocket();
    const held = server.gates.hold('sendMessages');
    const sending = room.sendMessage(text('a'));
    await held.arrived;
    const me = server.room.participants.get('me');
    const [batch] = connection.sent('sendMessages');
    if (me) server.room.conversation.send(me, batch.messages[0]);
    server.room.leave('me', 'lost');
    connection.loseSilently('the cable was pulled');
    await sending;
    await settled();
    expect(events.filter(([name]) => name === 'message_received')).toEqual([
      ['message_received', 'me', text('a'), null],
    ]);
    expect(server.room.conversation.messages).toHaveLength(1);
  });

  it('for good: what others wrote meanwhile is news when we come back', async () => {
    const { room, server, events } = await connected();
    server.room.conversation.write('ada', 'before');
    await settled();
    const joining = server.gates.hold('join');
    server.lose();
    await joining.arrived;
    server.room.conversation.write('ada', 'meanwhile');
    joining.release();
    await settled();
    await settled();
    expect(events.filter(([name]) => name === 'message_received').map(([, , message]) => message)).toEqual(
      ['before', 'meanwhile'].map(text),
    );
    expect(payloads(room)).toEqual(['before sent', 'meanwhile sent']);
    expect(room.getState().chat.unread).toBe(2);
  });

  it('and is left: what waited is called off', async () => {
    const { room, server, clock } = await connected();
    const held = server.gates.hold('sendMessages');
    const codes = ['a', 'b'].map((payload) => rejectionCode(room.sendMessage(text(payload))));
    await held.arrived;
    await room.disconnect();
    expect(await Promise.all(codes)).toEqual(['aborted', 'aborted']);
    expect(payloads(room)).toEqual(['a failed', 'b failed']);
    expect(clock.waiting).toBe(0);
  });
});

describe('a message that failed', () => {
  async function failed() {
    const test = await connected();
    test.server.gates.refuse('sendMessages', new RoomError('too-many-requests', 'Too many.'));
    await rejectionCode(test.room.sendMessage(text('x')));
    const [{ id } = {} as ChatMessage] = chat(test.room);
    return { ...test, id };
  }

  it('is sent again under the same id', async () => {
    const { room, server, id } = await failed();
    expect(payloads(room)).toEqual(['x failed']);
    await room.chat.retry(id);
    await settled();
    expect(chat(room)).toMatchObject([{ id, status: 'sent' }]);
    expect(server.room.conversation.messages).toMatchObject([{ id }]);
    await room.chat.retry(id);
    expect(server.room.conversation.messages).toHaveLength(1);
  });

  it('can be taken away, one that was sent cannot', async () => {
    const { room, id } = await failed();
    await room.sendMessage(text('y'));
    await settled();
    room.chat.discard(id);
    expect(payloads(room)).toEqual(['y sent']);
    room.chat.discard(chat(room)[0]?.id ?? '');
    expect(payloads(room)).toEqual(['y sent']);
  });

  it('that was written before the connection goes out as ours', async () => {
    const { room } = setUp();
    await rejectionCode(room.sendMessage(text('early')));
    await room.connect();
    await room.chat.retry(chat(room)[0]?.id ?? '');
    await settled();
    expect(chat(room)).toMatchObject([{ payload: 'early', status: 'sent', participantId: 'me' }]);
  });

  it('shows that it did arrive, when it turns out so', async () => {
    const { room, server, clock } = await connected();
    const held = server.gates.hold('sendMessages');
    const code = rejectionCode(room.sendMessage(text('x')));
    await clock.advance(20_000);
    expect(await code).toBe('timed-out');
    held.release();
    await settled();
    expect(payloads(room)).toEqual(['x sent']);
  });
});

describe('what was written before we came', () => {
  const come = async (grants = ALL_GRANTS) => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'ada', name: 'Ada', canReceiveMessages: true });
    server.room.conversation.write('ada', 'one');
    server.room.conversation.write('ada', 'not for us', ['ada']);
    server.room.conversation.write('ada', 'two');
    const { room } = createTestRoom(server, {
      enableMessages: true,
      tokenSource: async () => ({ token: clientToken({ grants }) }),
    });
    const events = recordEvents(room);
    await room.connect();
    await settled();
    return { server, room, events };
  };

  it('is in the chat, read, and nobody is told of it', async () => {
    const { room, events } = await come();
    expect(payloads(room)).toEqual(['one sent', 'two sent']);
    expect(room.getState().chat.unread).toBe(0);
    expect(events).toEqual([['connected']]);
  });

  it('is not, unless the token says so', async () => {
    const { room } = await come({ ...ALL_GRANTS, history: false });
    expect(chat(room)).toEqual([]);
  });

  it('is there once after leaving and coming again', async () => {
    const { room, server } = await come();
    await room.disconnect();
    expect(payloads(room)).toEqual(['one sent', 'two sent']);
    server.room.conversation.write('ada', 'three');
    await room.connect();
    await settled();
    expect(payloads(room)).toEqual(['one sent', 'two sent', 'three sent']);
  });

  it('is forgotten when we come back as somebody else', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'ada', canReceiveMessages: true });
    const { room } = createTestRoom(server, {
      enableMessages: true,
      clientToken: clientToken({ participantId: 'first' }),
    });
    await room.connect();
    server.room.conversation.write('ada', 'for the first', ['first']);
    await settled();
    expect(chat(room)).toHaveLength(1);
    await room.disconnect();
    await room.updateClientToken(clientToken({ participantId: 'second' }));
    await room.connect();
    await settled();
    expect(chat(room)).toEqual([]);
  });
});

it('the chat keeps the latest thousand', async () => {
  const { room, server } = await connected();
  for (let index = 0; index < 1_010; index += 1) server.room.conversation.write('ada', String(index));
  await settled();
  await settled();
  expect(chat(room)).toHaveLength(1_000);
  expect(chat(room)[0]?.payload).toBe('10');
});
