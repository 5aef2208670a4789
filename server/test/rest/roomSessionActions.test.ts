import { beforeEach, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';

const NOBODY = 'nobody';
const WITH_PARTICIPANTS = ['kick', 'mute', 'unmute', 'change_grants'];

describe.each(DATABASES)('the actions of a room session on %s', (_name, start) => {
  const server = serverForEachTest(start);
  let roomId: string;
  let sessionId: string;

  beforeEach(async () => {
    roomId = (await server().createRoom()).id;
    const { sessions } = server().deps.repositories;
    sessionId = await sessions.open(roomId);
    for (const id of ['ada', 'grace']) await sessions.participantJoined({ id, sessionId, context: null });
  });

  const act = (action: string, body?: object, id = sessionId) =>
    server().request('POST', `/room_sessions/${id}/actions/${action}`, body);

  test('end sends everyone away and ends the session, once', async () => {
    const { status, body } = await act('end');
    expect([status, body]).toEqual([200, { data: { result: 'ok' } }]);
    expect(server().actions).toEqual([['endSession', roomId]]);
    const again = await act('end');
    expect(again.status).toBe(422);
    expect(again.body.errors).toMatchObject([{ code: 'session-ended', detail: expect.stringContaining('ended at') }]);
    expect(server().actions).toHaveLength(1);
  });

  test.each([
    ['kick', {}, [0]],
    ['kick', { ban_secs: 60 }, [60]],
    ['kick', { ban_secs: '60' }, [60]],
    ['mute', {}, [['audio'], undefined]],
    [
      'mute',
      { sources: ['video', 'presentation'], reason: 'a noisy street' },
      [['video', 'presentation'], 'a noisy street'],
    ],
    ['unmute', {}, [['audio']]],
    ['unmute', { sources: ['video'] }, [['video']]],
  ])('%s %o acts on all, or on those of a list, without those to be excluded', async (action, fields, args) => {
    for (const selection of [
      { participants: 'all' },
      { participants: 'all', exclude: ['grace'] },
      { participants: ['ada', 'grace'] },
    ]) {
      const { status, body } = await act(action, { ...selection, ...fields });
      expect([status, body]).toEqual([200, { data: { result: 'ok' } }]);
      const [name, room, given, ...rest] = server().actions.at(-1) ?? [];
      expect([name, room, ...rest]).toEqual([action, roomId, ...args]);
      expect(given).toMatchObject(selection);
    }
  });

  test('change_grants changes what is named', async () => {
    const grants = { publish: ['audio'], moderate: 'true' };
    expect((await act('change_grants', { participants: ['ada'], grants })).status).toBe(200);
    expect(server().actions).toEqual([
      [
        'changeGrants',
        roomId,
        expect.objectContaining({ participants: ['ada'] }),
        { publish: ['audio'], moderate: true },
      ],
    ]);
  });

  test.each([
    [{ participants: ['ada', NOBODY] }, '/participants/1'],
    [{ participants: 'all', exclude: [NOBODY] }, '/exclude/0'],
  ])('refuse somebody who was never in the session, by name: %o', async (selection, pointer) => {
    for (const action of WITH_PARTICIPANTS) {
      const { status, body } = await act(action, { ...selection, grants: {} });
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([
        { code: 'participant-unknown', source: { pointer }, detail: expect.stringContaining(NOBODY) },
      ]);
    }
    expect(server().actions).toEqual([]);
  });

  test('take who has left the session', async () => {
    await server().deps.repositories.sessions.participantLeft({ id: 'ada', sessionId }, 'left');
    for (const action of WITH_PARTICIPANTS) {
      expect((await act(action, { participants: ['ada'], grants: {} })).status).toBe(200);
    }
  });

  test.each([
    [{}, '/participants'],
    [{ participants: 'some' }, '/participants'],
    [{ participants: [''] }, '/participants/0'],
    [{ participants: 'all', exclude: 'ada' }, '/exclude'],
  ])('refuse %o', async (selection, pointer) => {
    for (const action of WITH_PARTICIPANTS) {
      const { status, body } = await act(action, { ...selection, grants: {} });
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([{ code: 'field-invalid', source: { pointer } }]);
    }
  });

  test.each([
    ['kick', { ban_secs: -1 }, '/ban_secs'],
    ['kick', { ban_secs: 86_401 }, '/ban_secs'],
    ['mute', { sources: [] }, '/sources'],
    ['mute', { sources: ['smell'] }, '/sources/0'],
    ['mute', { reason: 'x'.repeat(257) }, '/reason'],
    ['change_grants', { grants: { publish: ['smell'] } }, '/grants/publish/0'],
  ])('%s refuses %o', async (action, fields, pointer) => {
    const { status, body } = await act(action, { participants: 'all', ...fields });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ code: 'field-invalid', source: { pointer } }]);
  });

  test('answer with 404 where there is no session', async () => {
    for (const action of ['end', ...WITH_PARTICIPANTS]) {
      for (const id of ['00000000-0000-4000-8000-000000000000', 'not-a-uuid']) {
        expect((await act(action, { participants: 'all', grants: {} }, id)).status).toBe(404);
      }
    }
  });

  test('answer with 422 when the session is over', async () => {
    await server().deps.repositories.sessions.end(sessionId, 'empty');
    for (const action of WITH_PARTICIPANTS) {
      const { status, body } = await act(action, { participants: 'all', grants: {} });
      expect([status, body.errors[0].code]).toEqual([422, 'session-ended']);
    }
  });

  test('need the API key', async () => {
    const url = `/v2/room_sessions/${sessionId}/actions/end`;
    expect((await server().send({ method: 'POST', url })).status).toBe(401);
  });
});
