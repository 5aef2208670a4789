import { describe, expect, it } from 'vitest';
import { tokenGrantsChanged } from '../../src/rooms/grants.ts';
import { moderatorRequests } from '../../src/rooms/moderatorRequests.ts';
import { OperatorActions } from '../../src/rooms/OperatorActions.ts';
import { produce, updateProducer } from '../../src/rooms/publishing.ts';
import { subscribe } from '../../src/rooms/subscribing.ts';
import { attach, offersTold, producer, publish, type TestPerson, TestRooms, told } from './support/TestRooms.ts';

const AUDIO = { sources: ['audio' as const] };

async function setUp() {
  const rooms = new TestRooms();
  const moderator = await rooms.entered({ id: 'moderator', grants: { moderate: true } });
  const alice = await rooms.entered({ id: 'alice' });
  const bob = await rooms.entered({ id: 'bob' });
  const { room } = moderator;
  const mute = (participants: 'all' | string[], data: object = {}) =>
    moderatorRequests.mute(room, moderator.participant, { participants, ...AUDIO, ...data });
  const unmute = (participants: 'all' | string[], data: object = {}) =>
    moderatorRequests.unmute(room, moderator.participant, { participants, ...AUDIO, ...data });
  /** Whether the SFU lets a track flow. */
  const flows = (id: string | undefined) =>
    rooms.media.rooms[0]?.transports.flatMap(({ produced }) => produced).find((one) => one.id === id)?.paused === false;
  return { rooms, room, moderator, alice, bob, mute, unmute, flows, actions: new OperatorActions(rooms.rooms) };
}

const turnOn = ({ room, participant }: TestPerson, id = '') => updateProducer(room, participant, { id, paused: false });

describe('muting', () => {
  it('stops the sound of all streams of somebody in the SFU, and tells everyone who did it and why', async () => {
    const { alice, bob, moderator, mute, flows } = await setUp();
    const [audio, video] = await publish(alice, 'self', ['audio', 'video']);
    const [sound] = await publish(alice, 'presentation', ['audio']);
    await mute(['alice'], { reason: 'a noisy street' });
    expect([flows(audio?.id), flows(sound?.id), flows(video?.id)]).toEqual([false, false, true]);
    const expected = [
      {
        participants: [{ participantId: 'alice', censored: { audio: { by: 'moderator', reason: 'a noisy street' } } }],
      },
    ];
    for (const person of [alice, bob, moderator]) expect(told(person, 'participantsCensored')).toMatchObject(expected);
  });

  it('cannot be undone by the one who is muted', async () => {
    const { alice, mute, flows } = await setUp();
    const [audio] = await publish(alice, 'self', ['audio']);
    await publish(alice, 'other', ['video']);
    await mute(['alice'], { reason: 'a noisy street' });
    await updateProducer(alice.room, alice.participant, { id: audio?.id ?? '', paused: true });
    await expect(turnOn(alice, audio?.id)).rejects.toMatchObject({
      code: 'censored',
      message: expect.stringContaining('a noisy street'),
    });
    const more = produce(alice.room, alice.participant, { key: 'other', producer: producer('audio') });
    await expect(more).rejects.toMatchObject({ code: 'censored' });
    const [another] = await publish(alice, 'third', ['audio']);
    expect([flows(audio?.id), flows(another?.id)]).toEqual([false, false]);
  });

  it('lets a track that is on be exchanged, and keeps the new one off', async () => {
    const { alice, mute, flows } = await setUp();
    const [audio] = await publish(alice, 'self', ['audio']);
    await mute(['alice']);
    await turnOn(alice, audio?.id);
    expect(flows(audio?.id)).toBe(false);
  });

  it('is remembered for who leaves and comes back, and told to who comes later', async () => {
    const { rooms, alice, mute, flows } = await setUp();
    await mute(['alice']);
    alice.room.remove(alice.participant, 'left', null);
    const again = await rooms.entered({ id: 'alice' });
    expect((await again.answer).self.censored).toEqual({ audio: { by: 'moderator' } });
    const [audio] = await publish(again, 'self', ['audio', 'video']);
    expect(flows(audio?.id)).toBe(false);
    const late = await (await rooms.entered()).answer;
    expect(late.participants.find(({ id }) => id === 'alice')).toMatchObject({
      censored: { audio: {} },
      streams: [{ audio: { enabled: true, censored: true }, video: { censored: false } }],
    });
  });

  it('catches a track that is being made at that moment', async () => {
    const { rooms, alice, bob, mute, flows } = await setUp();
    const release = rooms.media.hold();
    const publishing = publish(alice, 'self', ['audio']);
    const muting = mute(['alice']);
    release();
    const [[audio]] = await Promise.all([publishing, muting]);
    expect(flows(audio?.id)).toBe(false);
    expect(told(bob, 'streamPublished')).toMatchObject([{ stream: { audio: { censored: true } } }]);
  });

  it.each([
    [['video' as const], [true, false, true]],
    [['presentation' as const], [true, true, false]],
    [
      ['audio' as const, 'video' as const, 'presentation' as const],
      [false, false, false],
    ],
  ])('of %s stops these and no others', async (sources, expected) => {
    const { alice, mute, flows } = await setUp();
    const [audio, video] = await publish(alice, 'self', ['audio', 'video']);
    const [screen] = await publish(alice, 'presentation', ['video']);
    await mute(['alice'], { sources });
    expect([audio, video, screen].map((one) => flows(one?.id))).toEqual(expected);
  });

  it('of all means everybody but the moderator and those to be excluded, in one message', async () => {
    const { room, bob, moderator, mute } = await setUp();
    await mute('all', { exclude: ['alice'] });
    expect(
      told(bob, 'participantsCensored').map(({ participants }) => participants.map((one) => one.participantId)),
    ).toEqual([['bob']]);
    await mute('all');
    expect(room.participants.get('alice')?.censored).toEqual({ audio: { by: 'moderator' } });
    expect(moderator.participant.censored).toEqual({});
    await mute('all');
    expect(told(bob, 'participantsCensored')).toHaveLength(2);
  });

  it('ends speaking', async () => {
    const { rooms, alice, bob, mute } = await setUp();
    const [audio] = await publish(alice, 'self', ['audio']);
    rooms.media.rooms[0]?.events.dominantSpeaker(audio?.id ?? '');
    await mute(['alice']);
    expect(told(bob, 'activeSpeakerChanged').map(({ participantId }) => participantId)).toEqual(['alice', null]);
  });
});

describe('unmuting', () => {
  it('lets flow what was on all the time, and leaves off what is off', async () => {
    const { alice, bob, mute, unmute, flows } = await setUp();
    const [on] = await publish(alice, 'self', ['audio']);
    const [off] = await publish(alice, 'other', ['audio']);
    await updateProducer(alice.room, alice.participant, { id: off?.id ?? '', paused: true });
    await mute(['alice']);
    await unmute(['alice']);
    expect([flows(on?.id), flows(off?.id)]).toEqual([true, false]);
    expect(told(bob, 'participantsCensored').at(-1)).toMatchObject({
      participants: [{ participantId: 'alice', censored: {} }],
    });
    await turnOn(alice, off?.id);
    expect(flows(off?.id)).toBe(true);
  });

  it('says nothing when nothing was kept off', async () => {
    const { bob, unmute } = await setUp();
    await unmute('all');
    expect(told(bob, 'participantsCensored')).toEqual([]);
  });
});

describe('removing', () => {
  it('tells the one who goes, and the others why', async () => {
    const { room, moderator, alice, bob } = await setUp();
    await moderatorRequests.kick(room, moderator.participant, { participants: ['alice'], banSecs: 0 });
    expect(told(alice, 'disconnecting')).toMatchObject([{ reason: 'kicked' }]);
    expect(told(bob, 'participantLeft')).toMatchObject([{ participantId: 'alice', reason: 'kicked' }]);
    expect(alice.gone).toEqual(['kicked']);
  });

  it('lets in again at once, or not before the ban is over, and says how long that takes', async () => {
    const { rooms, room, moderator } = await setUp();
    await moderatorRequests.kick(room, moderator.participant, { participants: ['alice'], banSecs: 0 });
    await moderatorRequests.kick(room, moderator.participant, { participants: ['bob'], banSecs: 60 });
    await rooms.entered({ id: 'alice' });
    expect(() => rooms.enter({ id: 'bob' })).toThrow(
      expect.objectContaining({ code: 'kicked', message: expect.stringContaining('60 s') }),
    );
    rooms.now += 59_999;
    expect(() => rooms.enter({ id: 'bob' })).toThrow(expect.objectContaining({ code: 'kicked' }));
    rooms.now += 1;
    await rooms.entered({ id: 'bob' });
  });

  it('keeps out beyond the end of the session', async () => {
    const { rooms, actions } = await setUp();
    await actions.kick(rooms.roomId, { participants: ['bob'] }, 600);
    await actions.endSession(rooms.roomId);
    expect(() => rooms.enter({ id: 'bob' })).toThrow(expect.objectContaining({ code: 'kicked' }));
    await rooms.entered({ id: 'alice' });
  });

  it('is not for oneself', async () => {
    const { room, moderator } = await setUp();
    const itself = moderatorRequests.kick(room, moderator.participant, { participants: ['moderator'], banSecs: 0 });
    await expect(itself).rejects.toMatchObject({ code: 'bad-request' });
    await moderatorRequests.kick(room, moderator.participant, { participants: 'all', banSecs: 0 });
    expect([...room.participants.keys()]).toEqual(['moderator']);
  });
});

describe('ending the session', () => {
  it('sends everyone away, and the next session knows nothing of what was decided in this one', async () => {
    const { rooms, room, moderator, alice, bob, mute } = await setUp();
    await mute(['alice']);
    moderatorRequests.endSession(room, moderator.participant);
    await offersTold();
    for (const person of [moderator, alice, bob]) expect(person.gone).toEqual(['session_terminated']);
    expect(rooms.records.sessions).toMatchObject([{ ended: true }]);
    const again = await rooms.entered({ id: 'alice' });
    expect((await again.answer).self.censored).toBeUndefined();
  });
});

describe('moderation', () => {
  it('is for those who have the grant', async () => {
    const { room, alice } = await setUp();
    const denied = expect.objectContaining({ code: 'not-allowed' });
    const bob = { participants: ['bob'] };
    await expect(moderatorRequests.mute(room, alice.participant, { ...bob, ...AUDIO })).rejects.toEqual(denied);
    await expect(moderatorRequests.unmute(room, alice.participant, { ...bob, ...AUDIO })).rejects.toEqual(denied);
    await expect(moderatorRequests.changeGrants(room, alice.participant, { ...bob, grants: {} })).rejects.toEqual(
      denied,
    );
    await expect(moderatorRequests.kick(room, alice.participant, { ...bob, banSecs: 0 })).rejects.toEqual(denied);
    expect(() => moderatorRequests.endSession(room, alice.participant)).toThrow(denied);
    expect(room.participants.get('bob')?.censored).toEqual({});
  });

  it('of somebody who is not there names them, and does nothing', async () => {
    const { room, mute } = await setUp();
    await expect(mute(['alice', 'nobody'])).rejects.toMatchObject({
      code: 'participant-not-found',
      message: expect.stringContaining('nobody'),
    });
    expect(room.participants.get('alice')?.censored).toEqual({});
  });

  it('from outside is by nobody, and takes those who are away', async () => {
    const { rooms, room, actions, alice } = await setUp();
    await actions.mute(rooms.roomId, { participants: 'all', exclude: ['bob'] }, ['audio'], 'quiet, please');
    expect(room.participants.get('moderator')?.censored).toEqual({ audio: { by: null, reason: 'quiet, please' } });
    alice.room.remove(alice.participant, 'left', null);
    await actions.unmute(rooms.roomId, { participants: ['alice'] }, ['audio']);
    expect((await rooms.entered({ id: 'alice' })).participant.censored).toEqual({});
    await actions.mute('nowhere', { participants: 'all' }, ['audio']);
  });
});

describe('grants that change', () => {
  it('turn off what may not be published any more, end the screen, and let it be turned on again later', async () => {
    const { rooms, alice, bob, flows, actions } = await setUp();
    const [audio, video] = await publish(alice, 'self', ['audio', 'video']);
    await publish(alice, 'presentation', ['video']);
    await actions.changeGrants(rooms.roomId, { participants: ['alice'] }, { publish: ['video'] });
    expect([flows(audio?.id), flows(video?.id)]).toEqual([false, true]);
    expect(told(bob, 'streamUpdated')).toMatchObject([{ stream: { key: 'self', audio: { enabled: false } } }]);
    expect(told(bob, 'streamUnpublished')).toMatchObject([{ key: 'presentation' }]);
    expect(told(alice, 'participantUpdated')).toMatchObject([{ participant: { grants: { publish: ['video'] } } }]);
    await expect(turnOn(alice, audio?.id)).rejects.toMatchObject({ code: 'not-allowed' });
    await actions.changeGrants(rooms.roomId, { participants: ['alice'] }, { publish: ['audio', 'video'] });
    await turnOn(alice, audio?.id);
    expect(flows(audio?.id)).toBe(true);
  });

  it('give up a stream that is being made at that moment', async () => {
    const { rooms, alice, bob, actions } = await setUp();
    const release = rooms.media.hold();
    const refused = expect(publish(alice, 'self', ['audio'])).rejects.toMatchObject({ code: 'not-allowed' });
    await actions.changeGrants(rooms.roomId, { participants: ['alice'] }, { publish: [] });
    release();
    await refused;
    expect(told(bob, 'streamPublished')).toEqual([]);
    expect(rooms.rooms.counts.producers).toBe(0);
  });

  it('close what may not be received any more, that in the making too', async () => {
    const { rooms, alice, bob, actions } = await setUp();
    await publish(alice, 'self', ['audio']);
    await offersTold();
    const [received] = told(bob, 'consumersAdded').flatMap(({ consumers }) => consumers);
    await publish(alice, 'other', ['audio']);
    const subscriptions = [{ participantId: 'alice', key: 'other', kind: 'audio' as const }];
    const asked = subscribe(bob.room, bob.participant, { subscriptions });
    await actions.changeGrants(rooms.roomId, { participants: ['bob'] }, { subscribe: false });
    expect((await asked).consumers).toEqual([]);
    expect(told(bob, 'consumersClosed').flatMap(({ consumerIds }) => consumerIds)).toEqual([received?.id]);
    expect(bob.participant.subscriptions.count()).toBe(0);
    await expect(subscribe(bob.room, bob.participant, { subscriptions })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('by a moderator outlast new tokens and rejoining, and leave the rest to the token', async () => {
    const { rooms, room, moderator, alice } = await setUp();
    const changes = { participants: ['alice'], grants: { subscribe: false } };
    await moderatorRequests.changeGrants(room, moderator.participant, changes);
    const granted = { ...alice.participant.tokenGrants, message: false };
    await tokenGrantsChanged(room, alice.participant, granted);
    expect(alice.participant.grants).toMatchObject({ subscribe: false, message: false, publish: granted.publish });
    alice.room.remove(alice.participant, 'left', null);
    const again = await (await rooms.entered({ id: 'alice' })).answer;
    expect(again.self.grants).toMatchObject({ subscribe: false, message: true });
  });

  it('can be given by those only who have them', async () => {
    const { room, moderator } = await setUp();
    const give = (grants: object) =>
      moderatorRequests.changeGrants(room, moderator.participant, { participants: ['alice'], grants });
    await expect(give({ record: true })).rejects.toMatchObject({ code: 'not-allowed' });
    await give({ moderate: true, record: false });
    expect(room.participants.get('alice')?.grants).toMatchObject({ moderate: true, record: false });
  });

  it('are told when something changes, and only then', async () => {
    const { room, alice, bob } = await setUp();
    const { tokenGrants } = alice.participant;
    await tokenGrantsChanged(room, alice.participant, { ...tokenGrants, publish: [...tokenGrants.publish].reverse() });
    expect(told(bob, 'participantUpdated')).toEqual([]);
    await tokenGrantsChanged(room, alice.participant, { ...tokenGrants, message: false });
    expect(told(bob, 'participantUpdated')).toHaveLength(1);
  });
});

it('who is not attached learns of it when the socket is there', async () => {
  const { rooms, mute } = await setUp();
  const carol = await rooms.entered({ id: 'carol', attached: false });
  await mute(['carol']);
  attach(carol);
  expect(told(carol, 'participantsCensored')).toHaveLength(1);
});
