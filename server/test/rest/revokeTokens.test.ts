import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { TestServer } from '../support/TestServer.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe.each(DATABASES)('revoke_client_tokens on %s', (_name, start) => {
  const server = serverForEachTest(start);
  let roomId: string;
  beforeEach(async () => {
    roomId = (await server().createRoom()).id;
  });

  const issue = async (id: string, room = roomId) =>
    (await server().request('POST', `/rooms/${room}/actions/generate_join_client_token`, { participant: { id } })).body
      .data as { token: string; refresh_token: string };
  const revoke = (body: object, room = roomId) =>
    server().request('POST', `/rooms/${room}/actions/revoke_client_tokens`, body);
  const refresh = (refreshToken: string, room = roomId) =>
    server().send({
      method: 'POST',
      url: `/v2/rooms/${room}/actions/refresh_client_token`,
      payload: { refresh_token: refreshToken },
    });
  const codeOf = (token: string, on: TestServer = server()) =>
    on.deps.tokens.verifyAccess(token).then(
      () => 'good',
      ({ code }) => code,
    );

  test('makes all tokens of a participant in the room void, and no others', async () => {
    const [ada, bob] = [await issue('ada'), await issue('bob')];
    const elsewhere = (await server().createRoom()).id;
    const adaElsewhere = await issue('ada', elsewhere);
    const renewed = (await refresh(ada.refresh_token)).body.data.token;
    const { status, body } = await revoke({ participant_ids: ['ada', 'nobody'] });
    expect([status, body]).toEqual([200, { data: { result: 'ok' } }]);
    expect(
      await Promise.all([ada.token, renewed, bob.token, adaElsewhere.token].map((token) => codeOf(token))),
    ).toEqual(['token-revoked', 'token-revoked', 'good', 'good']);
    expect(await refresh(ada.refresh_token)).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'token-revoked', title: 'Token revoked' }] },
    });
    expect((await refresh(bob.refresh_token)).status).toBe(201);
  });

  test('lets tokens be good that are issued afterwards, also in the same second', async () => {
    await revoke({ participant_ids: ['ada'] });
    const { token, refresh_token } = await issue('ada');
    expect(await codeOf(token)).toBe('good');
    expect((await refresh(refresh_token)).status).toBe(201);
    await revoke({ participant_ids: ['ada'] });
    server().clock.advance({ secs: 1 });
    expect(await codeOf((await issue('ada')).token)).toBe('good');
  });

  test('takes a token with all that belong to it', async () => {
    for (const which of ['token', 'refresh_token'] as const) {
      const [phone, laptop] = [await issue('ada'), await issue('ada')];
      const renewed = (await refresh(phone.refresh_token)).body.data.token;
      expect((await revoke({ tokens: [phone[which]] })).status).toBe(200);
      expect(await Promise.all([codeOf(phone.token), codeOf(renewed), codeOf(laptop.token)])).toEqual([
        'token-revoked',
        'token-revoked',
        'good',
      ]);
      expect((await refresh(phone.refresh_token)).status).toBe(403);
    }
  });

  test('takes the id of an access token for that one, of a refresh token for those made with it, too', async () => {
    const ada = await issue('ada');
    const renewed = (await refresh(ada.refresh_token)).body.data.token;
    await revoke({ jtis: [decodeJwt(ada.token).jti] });
    expect([await codeOf(ada.token), await codeOf(renewed)]).toEqual(['token-revoked', 'good']);
    expect((await refresh(ada.refresh_token)).status).toBe(201);
    await revoke({ jtis: [decodeJwt(ada.refresh_token).jti] });
    expect(await codeOf(renewed)).toBe('token-revoked');
    expect((await refresh(ada.refresh_token)).status).toBe(403);
  });

  test('takes a refresh token that is over: what it made last may not be', async () => {
    const ada = await issue('ada');
    server().clock.advance({ secs: 3599 });
    const renewed = (await refresh(ada.refresh_token)).body.data.token;
    server().clock.advance({ secs: 10 });
    expect((await revoke({ tokens: [ada.refresh_token] })).status).toBe(200);
    expect(await codeOf(renewed)).toBe('token-revoked');
  });

  test('is known after a restart, and to other servers on the database, until the tokens are over', async () => {
    const ada = await issue('ada');
    const other = await TestServer.start(server().database, { clock: server().clock, serverId: NOWHERE });
    await revoke({ participant_ids: ['ada'], jtis: [decodeJwt(ada.token).jti] });
    const restarted = await TestServer.start(server().database, { clock: server().clock });
    expect(await codeOf(ada.token, restarted)).toBe('token-revoked');
    await other.deps.tokens.refreshRevocations();
    expect(await codeOf(ada.token, other)).toBe('token-revoked');
    const { revocations } = server().deps.repositories;
    expect(await revocations.madeSince(new Date(0))).toHaveLength(2);
    server().clock.advance({ days: 1, secs: 3600 });
    await other.deps.tokens.refreshRevocations();
    expect(await revocations.madeSince(new Date(0))).toHaveLength(2);
    server().clock.advance({ secs: 61 });
    await other.deps.tokens.refreshRevocations();
    expect(await revocations.madeSince(new Date(0))).toEqual([]);
    await Promise.all([other.close(), restarted.close()]);
  });

  test.each([
    ['', {}],
    ['', { participant_ids: [] }],
    ['/participant_ids', { participant_ids: 'ada' }],
    ['/participant_ids/0', { participant_ids: [''] }],
    ['/tokens/0', { tokens: ['forged'] }],
    ['/jtis/1', { jtis: ['a', 'b\n'] }],
  ])('names what is wrong at "%s" of %j', async (pointer, body) => {
    const answer = await revoke(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: 'field-invalid', source: { pointer } }]);
  });

  test('refuses tokens of another room, and a room that is not there', async () => {
    const { token } = await issue('ada', (await server().createRoom()).id);
    expect((await revoke({ tokens: [token] })).body.errors).toMatchObject([{ source: { pointer: '/tokens/0' } }]);
    expect((await revoke({ participant_ids: ['ada'] }, NOWHERE)).status).toBe(404);
  });
});
