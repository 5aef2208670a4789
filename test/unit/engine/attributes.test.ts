import { describe, expect, it } from 'vitest';
import { type Reaction, RoomError } from '../../../src/engine/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

async function connected(grants = ALL_GRANTS) {
  const server = new FakeRoomServer();
  const ada = server.room.enter({ id: 'ada' });
  const bob = server.room.enter({ id: 'bob' });
  const { room, clock } = createTestRoom(server, {
    context: 'desk',
    tokenSource: async () => ({ token: clientToken({ grants }) }),
  });
  const events = recordEvents(room);
  await room.connect();
  events.length = 0;
  const { conversation } = server.room;
  const raisedHands = () => room.getState().raisedHands.map(({ participantId }) => participantId);
  return { server, room, clock, ada, bob, events, conversation, raisedHands };
}

describe('raised hands', () => {
  it('are listed in the order in which they went up, with their time', async () => {
    const { room, ada, bob, conversation, raisedHands, events } = await connected();
    conversation.update(bob, { handRaised: true });
    await room.hands.raise();
    conversation.update(ada, { handRaised: true });
    await settled();
    expect(raisedHands()).toEqual(['bob', 'me', 'ada']);
    expect(room.getLocalParticipant().handRaisedAt).toEqual(room.getState().raisedHands[1]?.raisedAt);
    expect(events).toEqual(['bob', 'me', 'ada'].map((id) => ['participant_updated', id]));
    await room.hands.lower();
    await settled();
    expect(raisedHands()).toEqual(['bob', 'ada']);
    expect(room.getLocalParticipant()).not.toHaveProperty('handRaisedAt');
  });

  it('are seen by who comes later, and go with who leaves', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'ada', handRaisedAt: 2 });
    server.room.enter({ id: 'bob', handRaisedAt: 1 });
    const { room } = createTestRoom(server);
    await room.connect();
    const raised = () => room.getState().raisedHands.map(({ participantId }) => participantId);
    expect(raised()).toEqual(['bob', 'ada']);
    server.room.leave('bob');
    await settled();
    expect(raised()).toEqual(['ada']);
    await room.disconnect();
    expect(raised()).toEqual([]);
  });

  it('keep their list’s identity when something else about a person changes', async () => {
    const { room, ada, conversation, server } = await connected();
    conversation.update(ada, { handRaised: true });
    await settled();
    const { raisedHands } = room.getState();
    server.room.speak('ada');
    conversation.update(ada, { context: 'new' });
    await settled();
    expect(room.getState().participants.get('ada')).toMatchObject({ isSpeaking: true, context: 'new' });
    expect(room.getState().raisedHands).toBe(raisedHands);
  });

  it('of others are lowered by who may moderate only', async () => {
    const { room, ada, conversation, raisedHands } = await connected();
    conversation.update(ada, { handRaised: true });
    await room.hands.lower(['ada']);
    await settled();
    expect(raisedHands()).toEqual([]);
    const other = await connected({ ...ALL_GRANTS, moderate: false });
    other.conversation.update(other.ada, { handRaised: true });
    expect(await rejectionCode(other.room.hands.lower(['ada']))).toBe('not-allowed');
    expect(other.raisedHands()).toEqual(['ada']);
  });

  it('are up again after a connection that was made anew, unless a moderator took them down', async () => {
    const { room, server, raisedHands } = await connected();
    await room.hands.raise();
    await settled();
    server.lose();
    await settled();
    await settled();
    expect(room.getState().status).toBe('connected');
    expect(raisedHands()).toEqual(['me']);
    const me = server.room.participants.get('me');
    if (me) server.room.conversation.update(me, { handRaised: false });
    await settled();
    server.lose();
    await settled();
    await settled();
    expect(raisedHands()).toEqual([]);
  });
});

describe('our context', () => {
  it('is changed for all to see, and taken away', async () => {
    const { room, server, events } = await connected();
    await room.participant.update({ context: 'kitchen' });
    await settled();
    expect(server.room.participants.get('me')?.info.context).toBe('kitchen');
    expect(room.getLocalParticipant().context).toBe('kitchen');
    expect(events).toEqual([['participant_updated', 'me']]);
    await room.participant.update({ context: null });
    await settled();
    expect(room.getLocalParticipant()).not.toHaveProperty('context');
  });

  it('is kept for the next connection, whether it is made by us or in place of one that was lost', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server, { context: 'desk' });
    await room.participant.update({ context: 'kitchen' });
    await room.connect();
    await room.participant.update({ context: 'garden' });
    server.lose();
    await settled();
    await settled();
    expect(server.joins.map(({ context }) => context)).toEqual(['kitchen', 'garden']);
    expect(room.getLocalParticipant().context).toBe('garden');
  });

  it('that changes while the join is on its way is told behind it', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server, { context: 'desk' });
    const held = server.gates.hold('join');
    const connecting = room.connect();
    await held.arrived;
    await room.participant.update({ context: 'kitchen' });
    held.release();
    await connecting;
    await settled();
    expect(room.getLocalParticipant().context).toBe('kitchen');
  });

  it('stays as it was when the server refuses, and when it is too long', async () => {
    const { room, server } = await connected();
    server.gates.refuse('updateSelf', new RoomError('too-many-requests', 'Too many.'));
    expect(await rejectionCode(room.participant.update({ context: 'x' }))).toBe('too-many-requests');
    expect(await rejectionCode(room.participant.update({ context: 'x'.repeat(1025) }))).toBe('bad-request');
    server.lose();
    await settled();
    await settled();
    expect(server.joins.at(-1)?.context).toBe('desk');
  });
});

describe('reactions', () => {
  it('are told to those who listen, our own too, and change no state', async () => {
    const { room, events, conversation } = await connected();
    const heard: Reaction[] = [];
    const undo = room.reactions.subscribe((reaction) => heard.push(reaction));
    const before = room.getState();
    conversation.react('ada', '🎉');
    await room.reactions.send('👍');
    await settled();
    expect(heard).toEqual([
      { participantId: 'ada', reaction: '🎉' },
      { participantId: 'me', reaction: '👍' },
    ]);
    expect(events).toEqual([
      ['reaction_received', 'ada', '🎉'],
      ['reaction_received', 'me', '👍'],
    ]);
    expect(room.getState()).toBe(before);
    undo();
    conversation.react('ada', '🎉');
    await settled();
    expect(heard).toHaveLength(2);
  });

  it('are refused without the grant, without a room, and when they are none', async () => {
    const { room } = await connected({ ...ALL_GRANTS, message: false });
    expect(await rejectionCode(room.reactions.send('👍'))).toBe('not-allowed');
    expect(await rejectionCode(room.reactions.send(''))).toBe('bad-request');
    await room.disconnect();
    expect(await rejectionCode(room.reactions.send('👍'))).toBe('not-connected');
    expect(await rejectionCode(room.hands.raise())).toBe('not-connected');
  });

  it('do not wait until a connection is mended', async () => {
    const { room, server } = await connected();
    server.connectionOf().interrupt('the WebSocket was closed', 1);
    await settled();
    expect(await rejectionCode(room.reactions.send('👍'))).toBe('not-connected');
    server.connectionOf().resume();
    await settled();
    await room.reactions.send('👍');
    server.connectionOf().interrupt('the WebSocket was closed', 1);
    await settled();
    server.lose();
    await settled();
    await settled();
    await room.reactions.send('👍');
    expect(server.connections.map((connection) => connection.sent('sendReaction').length)).toEqual([1, 1]);
  });
});
