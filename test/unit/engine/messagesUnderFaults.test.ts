import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Held } from '../../../src/testing/Gates.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';

type Person = 'me' | 'ada';

/** What may happen to two people who write to each other. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('write' as const), who: fc.constantFrom('me', 'ada') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      // The server is slow to take, or to answer, what comes next; it is done with it; a socket breaks and comes back; it
      // does not.
      what: fc.constantFrom('take slowly', 'answer slowly', 'release', 'interrupt', 'resume', 'lose', 'pause'),
      who: fc.constantFrom('me', 'ada'),
    }),
  },
);

function setUp() {
  const server = new FakeRoomServer();
  const open = (participantId: Person) => {
    const test = createTestRoom(server, { participantId, enableMessages: true });
    return { ...test, events: recordEvents(test.room), written: [] as string[], sending: [] as Promise<void>[] };
  };
  return { server, people: { me: open('me'), ada: open('ada') } };
}

async function play(steps: readonly { readonly what: string; readonly who: string }[]) {
  const { server, people } = setUp();
  await people.me.room.connect();
  await people.ada.room.connect();
  let held: Held[] = [];
  for (const { what, who } of steps) {
    const person = people[who as Person];
    const present = server.room.participants.has(who);
    if (what === 'write') {
      const payload = `${who} ${person.written.length}`;
      person.written.push(payload);
      person.sending.push(person.room.sendMessage({ type: 'text', payload }));
    } else if (what === 'take slowly') held.push(server.gates.hold('sendMessages'));
    else if (what === 'answer slowly') held.push(server.gates.hold('answer to sendMessages'));
    else if (what === 'interrupt' && present) server.connectionOf(who).interrupt('the WebSocket was closed', 1);
    else if (what === 'resume' && present) server.connectionOf(who).resume();
    else if (what === 'lose' && present) server.lose(who);
    else await settled();
    if (what === 'release') {
      for (const one of held) one.release();
      held = [];
    }
  }
  for (const one of held) one.release();
  for (const { clock } of Object.values(people)) await clock.advance(10);
  for (const who of Object.keys(people)) server.connectionOf(who).resume();
  for (const { sending } of Object.values(people)) await Promise.all(sending);
  await settled();
  return { server, people };
}

it('whatever becomes of the connections, each message arrives once and in its sender’s order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const { server, people } = await play(steps);
      const taken = server.room.conversation.messages.map(({ message }) => message.payload);
      for (const [who, { written }] of Object.entries(people)) {
        expect(taken.filter((payload) => payload.startsWith(who))).toEqual(written);
      }
      for (const { events, room } of Object.values(people)) {
        const told = events.filter(([name]) => name === 'message_received');
        const payloads = told.map(([, , message]) => (message as { payload: string }).payload);
        for (const [who, { written }] of Object.entries(people)) {
          expect(payloads.filter((payload) => payload.startsWith(who))).toEqual(written);
        }
        const chat = room.getState().chat.messages;
        expect(chat.map(({ payload, status }) => `${payload} ${status}`)).toEqual(
          taken.map((payload) => `${payload} sent`),
        );
      }
      await Promise.all(Object.values(people).map(({ room }) => room.disconnect()));
      expect(Object.values(people).map(({ clock }) => clock.waiting)).toEqual([0, 0]);
    }),
    { numRuns: 200 },
  );
}, 60_000);
