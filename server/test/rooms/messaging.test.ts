import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { roomError } from '../../../src/errors/index.ts';
import { MAX_TEXT_BYTES, type MessageResult, type OutgoingMessage } from '../../../src/protocol/index.ts';
import { sendMessages, sendReaction } from '../../src/rooms/conversation/messaging.ts';
import { into, type TestPerson, TestRooms, told } from './support/TestRooms.ts';

const write = (payload: string, recipients?: string[]): OutgoingMessage => ({
  id: randomUUID(),
  message: { type: 'text', payload },
  ...(recipients && { recipients }),
});

function send({ room, participant }: TestPerson, ...messages: OutgoingMessage[]): MessageResult[] {
  return sendMessages(room, participant, messages, () => {});
}

const heard = (person: TestPerson) => told(person, 'messageReceived').map(({ message }) => message.payload);
const listed = (person: TestPerson) =>
  told(person, 'messagesListed').map(({ messages }) => messages.map(({ message }) => message.payload));
const codes = (results: MessageResult[]) => results.map((result) => ('error' in result ? result.error.code : 'sent'));

async function threePeople(rooms = new TestRooms()) {
  return {
    rooms,
    ada: await rooms.entered({ id: 'ada', name: 'Ada' }),
    bob: await rooms.entered({ id: 'bob' }),
    deaf: await rooms.entered({ id: 'deaf', canReceiveMessages: false }),
  };
}

describe('a message to everybody', () => {
  it('goes to all who receive messages and back to the sender, with name and time', async () => {
    const { ada, bob, deaf } = await threePeople();
    const message = write('Hello');
    expect(send(ada, message)).toEqual([{ sentAt: 1_000, repeated: false }]);
    const info = { ...message, participantId: 'ada', name: 'Ada', recipients: null, sentAt: 1_000, seq: 3 };
    expect(told(ada, 'messageReceived')).toEqual([{ ...info }]);
    expect(told(bob, 'messageReceived')).toMatchObject([{ ...info, seq: expect.any(Number) }]);
    expect(heard(deaf)).toEqual([]);
  });

  it('goes back to a sender who receives none of others', async () => {
    const { deaf, ada } = await threePeople();
    send(deaf, write('I only talk'));
    expect([heard(deaf), heard(ada)]).toEqual([['I only talk'], ['I only talk']]);
  });

  it('has a time of its own, so that all agree on the order', async () => {
    const { ada, bob } = await threePeople();
    const times = [...send(ada, write('1'), write('2')), ...send(bob, write('3'))].map(
      (one) => 'sentAt' in one && one.sentAt,
    );
    expect(times).toEqual([1_000, 1_001, 1_002]);
    expect(heard(ada)).toEqual(['1', '2', '3']);
    expect(heard(bob)).toEqual(['1', '2', '3']);
  });
});

describe('a message to some', () => {
  it('goes to them only, once each', async () => {
    const { ada, bob, rooms } = await threePeople();
    const carol = await rooms.entered({ id: 'carol' });
    send(ada, write('psst', ['bob', 'bob']));
    expect([ada, bob, carol].map(heard)).toEqual([[], ['psst'], []]);
    expect(told(bob, 'messageReceived')[0]?.recipients).toEqual(['bob']);
  });

  it('goes to nobody when one of them is not there or receives none', async () => {
    const { ada, bob } = await threePeople();
    const results = send(ada, write('x', ['bob', 'nobody']), write('y', ['bob', 'deaf']), write('z', ['bob']));
    expect(codes(results)).toEqual(['participant-not-found', 'not-allowed', 'sent']);
    expect(results[0]).toMatchObject({ error: { message: expect.stringContaining('nobody') } });
    expect(heard(bob)).toEqual(['z']);
  });
});

describe('what is refused', () => {
  it('everything without the grant', async () => {
    const { rooms, ada } = await threePeople();
    const mute = await rooms.entered({ grants: { message: false } });
    expect(() => send(mute, write('x'))).toThrow(expect.objectContaining({ code: 'not-allowed' }));
    expect(() => sendReaction(mute.room, mute.participant, '👍')).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    );
    expect([heard(ada), told(ada, 'reactionReceived')]).toEqual([[], []]);
  });

  it('more than 64 KiB as UTF-8', async () => {
    const { ada, bob } = await threePeople();
    const fits = 'ä'.repeat(MAX_TEXT_BYTES / 2);
    expect(codes(send(ada, write(fits), write(`${fits}x`)))).toEqual(['sent', 'message-too-large']);
    const withMeta = write(fits);
    expect(codes(send(ada, { ...withMeta, message: { ...withMeta.message, meta: 'x' } }))).toEqual([
      'message-too-large',
    ]);
    expect(heard(bob)).toEqual([fits]);
  });

  it('what is over the limit, and nothing is counted that was taken before', async () => {
    const { ada, bob } = await threePeople();
    let left = 2;
    const spend = () => {
      left -= 1;
      if (left < 0) throw roomError('too-many-requests', 'Slow down.');
    };
    const messages = [write('1'), write('2'), write('3')];
    const results = () => codes(sendMessages(ada.room, ada.participant, messages, spend));
    expect(results()).toEqual(['sent', 'sent', 'too-many-requests']);
    left = 1;
    expect(results()).toEqual(['sent', 'sent', 'sent']);
    expect(heard(bob)).toEqual(['1', '2', '3']);
  });
});

describe('a message that is sent again', () => {
  it('is answered as before and not told twice, over another presence of the sender too', async () => {
    const { rooms, ada, bob } = await threePeople();
    const message = write('once');
    send(ada, message);
    expect(send(ada, message)).toEqual([{ sentAt: 1_000, repeated: true }]);
    ada.room.remove(ada.participant, 'lost', null);
    const again = await rooms.entered({ id: 'ada' });
    expect(send(again, message, write('next'))).toEqual([
      { sentAt: 1_000, repeated: true },
      { sentAt: 1_001, repeated: false },
    ]);
    expect(heard(bob)).toEqual(['once', 'next']);
  });

  it('is another one when somebody else uses the id', async () => {
    const { ada, bob } = await threePeople();
    const message = write('mine');
    send(ada, message);
    expect(send(bob, { ...message, message: { type: 'text', payload: 'his' } })).toMatchObject([{ repeated: false }]);
    expect(heard(ada)).toEqual(['mine', 'his']);
  });
});

describe('what was written before somebody came', () => {
  it('is listed to who may read it: what went to all, and the own', async () => {
    const { rooms, ada, bob } = await threePeople();
    send(ada, write('to all'), write('to bob', ['bob']));
    send(bob, write('to ada', ['ada']));
    const late = await rooms.entered();
    const bobAgain = await rooms.entered({ id: 'bob' });
    expect(listed(late)).toEqual([['to all']]);
    expect(listed(bobAgain)).toEqual([['to all', 'to bob', 'to ada']]);
    send(ada, write('now'));
    expect(heard(late)).toEqual(['now']);
  });

  it('is not for those whose token or wish says no', async () => {
    const { rooms, ada } = await threePeople();
    send(ada, write('x'));
    expect(listed(await rooms.entered({ grants: { history: false } }))).toEqual([]);
    expect(listed(await rooms.entered({ canReceiveMessages: false }))).toEqual([]);
  });

  it('is as much as the server keeps, in messages', async () => {
    const { rooms, ada } = await threePeople(new TestRooms(0, { messages: 2, bytes: 1_000_000 }));
    send(ada, write('1'), write('2'), write('3'));
    expect(listed(await rooms.entered())).toEqual([['2', '3']]);
    const off = await threePeople(new TestRooms(0, { messages: 0, bytes: 1_000_000 }));
    send(off.ada, write('x'));
    expect(listed(await off.rooms.entered())).toEqual([]);
  });

  it('is as much as the server keeps, in bytes, and comes in pages', async () => {
    const { rooms, ada } = await threePeople(new TestRooms(0, { messages: 100, bytes: 100_000 }));
    const text = (letter: string) => letter.repeat(20_000);
    send(ada, ...['a', 'b', 'c', 'd', 'e'].map((letter) => write(text(letter))));
    expect(listed(await rooms.entered()).flat()).toEqual(['b', 'c', 'd', 'e'].map(text));
    expect(listed(await rooms.entered())).toHaveLength(4);
  });
});

describe('somebody who is away for a moment', () => {
  it('is told what was written, unless it is more than is kept', async () => {
    const { ada, bob } = await threePeople();
    bob.participant.outbox.detach();
    const seq = bob.participant.outbox.seq;
    send(ada, write('1'), write('2'));
    expect(heard(bob)).toEqual([]);
    bob.participant.outbox.attach(into(bob.received), seq);
    expect(heard(bob)).toEqual(['1', '2']);
    bob.participant.outbox.detach();
    for (let index = 0; index < 300; index += 1) send(ada, write('x'.repeat(60_000)));
    expect(() => bob.participant.outbox.attach(() => {}, seq + 2)).toThrow(
      expect.objectContaining({ code: 'not-connected' }),
    );
  });
});

describe('a reaction', () => {
  it('is told to all who are there, also to the sender, and not kept', async () => {
    const { ada, bob, deaf } = await threePeople();
    deaf.participant.outbox.detach();
    sendReaction(ada.room, ada.participant, '🎉');
    for (const person of [ada, bob]) {
      expect(told(person, 'reactionReceived')).toEqual([{ participantId: 'ada', reaction: '🎉' }]);
    }
    deaf.participant.outbox.attach(into(deaf.received), 0);
    expect(told(deaf, 'reactionReceived')).toEqual([]);
  });
});
