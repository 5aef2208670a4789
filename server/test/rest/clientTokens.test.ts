import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { DEFAULT_GRANTS } from '../../src/tokens/Grants.ts';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const ISSUED_AT = Date.parse('2026-03-10T12:00:00Z') / 1000;

describe.each(DATABASES)('client tokens on %s', (_name, start) => {
  const server = serverForEachTest(start);
  const generate = (roomId: string, body: object = {}) =>
    server().request('POST', `/rooms/${roomId}/actions/generate_join_client_token`, body);
  /** Without an API key: the refresh token is the credential. */
  const refresh = (roomId: string, body: object) =>
    server().send({ method: 'POST', url: `/v2/rooms/${roomId}/actions/refresh_client_token`, payload: body });

  describe('generate_join_client_token', () => {
    test('gives both tokens, when they expire and where to connect, from no body at all', async () => {
      const { id } = await server().createRoom();
      const answer = await server().request('POST', `/rooms/${id}/actions/generate_join_client_token`);
      expect(answer.status).toBe(201);
      expect(answer.body).toEqual({
        data: {
          token: expect.any(String),
          token_expires_at: '2026-03-10T12:10:00.000Z',
          refresh_token: expect.any(String),
          refresh_token_expires_at: '2026-03-10T13:00:00.000Z',
          server_url: 'https://rooms.example.org',
        },
      });
    });

    test('signs the claims of the contract, with an identity of its own making', async () => {
      const { id } = await server().createRoom();
      const { token, refresh_token } = (await generate(id)).body.data;
      const jwks = await server().send({ method: 'GET', url: '/.well-known/jwks.json' });
      expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', typ: 'JWT', kid: jwks.body.keys[0].kid });
      const claims = decodeJwt(token);
      expect(claims).toEqual({
        iss: 'parlour',
        aud: 'parlour:rooms',
        sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
        jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
        iat: ISSUED_AT,
        nbf: ISSUED_AT - 1,
        exp: ISSUED_AT + 600,
        typ: 'access',
        grants_version: '1.0.0',
        grants: [
          {
            actions: [
              'join',
              'publish_audio',
              'publish_video',
              'publish_presentation',
              'subscribe',
              'message',
              'history',
            ],
            resources: [`video:rooms:${id}`],
          },
        ],
        participant: { id: claims.sub },
        sid: decodeJwt(refresh_token).jti,
        url: 'https://rooms.example.org',
      });
      const { sid: _, ...shared } = claims;
      expect(decodeJwt(refresh_token)).toEqual({
        ...shared,
        jti: expect.not.stringMatching(String(claims.jti)),
        exp: ISSUED_AT + 3600,
        typ: 'refresh',
      });
    });

    test('signs the identity, the grants and the lifetimes that are asked for', async () => {
      const { id } = await server().createRoom();
      const participant = { id: 'user-7', name: 'Ada', metadata: { role: 'host', seats: [1, 2] } };
      const grants = { publish: ['audio'], subscribe: 'false', moderate: true, record: 'true' };
      const body = { participant, grants, token_ttl_secs: '10', refresh_token_ttl_secs: 86_400 };
      const { data } = (await generate(id, body)).body;
      expect(data.token_expires_at).toBe('2026-03-10T12:00:10.000Z');
      expect(data.refresh_token_expires_at).toBe('2026-03-11T12:00:00.000Z');
      expect(await server().deps.tokens.verifyAccess(data.token)).toEqual({
        roomId: id,
        participantId: 'user-7',
        name: 'Ada',
        metadata: { role: 'host', seats: [1, 2] },
        grants: { publish: ['audio'], subscribe: false, message: true, history: true, moderate: true, record: true },
        waits: false,
        expiresAt: (ISSUED_AT + 10) * 1000,
        jti: expect.any(String),
        family: expect.any(String),
        issuedAt: ISSUED_AT,
      });
    });

    test('signs that somebody has to be let in', async () => {
      const { id } = await server().createRoom();
      const { data } = (await generate(id, { grants: { wait: true } })).body;
      const { waits, grants } = await server().deps.tokens.verifyAccess(data.token);
      expect([waits, grants]).toEqual([true, DEFAULT_GRANTS]);
    });

    test.each([
      ['/token_ttl_secs', { token_ttl_secs: 9 }],
      ['/token_ttl_secs', { token_ttl_secs: 3601 }],
      ['/refresh_token_ttl_secs', { refresh_token_ttl_secs: 59 }],
      ['/refresh_token_ttl_secs', { refresh_token_ttl_secs: 86_401 }],
      ['/participant/id', { participant: { id: '' } }],
      ['/participant/name', { participant: { name: 'x'.repeat(257) } }],
      ['/participant/metadata', { participant: { metadata: 'host' } }],
      ['/participant/metadata', { participant: { metadata: { note: 'x'.repeat(4096) } } }],
      ['/grants/publish', { grants: { publish: 'audio' } }],
      ['/grants/publish/0', { grants: { publish: ['smell'] } }],
      ['/grants/moderate', { grants: { moderate: 'often' } }],
      ['/grants/wait', { grants: { wait: 'long' } }],
    ])('refuses %s that is out of bounds', async (pointer, body) => {
      const { id } = await server().createRoom();
      const answer = await generate(id, body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ code: 'field-invalid', source: { pointer } }]);
    });

    test('answers with 404 for a room that is not there', async () => {
      expect(await generate(NOWHERE)).toMatchObject({
        status: 404,
        body: { errors: [{ code: 'resource-not-found' }] },
      });
    });
  });

  describe('refresh_client_token', () => {
    test('gives a token with the same identity and grants, as often as it is asked', async () => {
      const { id } = await server().createRoom();
      const { data } = (await generate(id, { participant: { name: 'Ada' }, grants: { moderate: true } })).body;
      const before = await server().deps.tokens.verifyAccess(data.token);
      for (const expires of ['2026-03-10T12:09:20.000Z', '2026-03-10T12:17:40.000Z']) {
        server().clock.advance({ secs: 500 });
        const { status, body } = await refresh(id, { refresh_token: data.refresh_token, token_ttl_secs: '60' });
        expect(status).toBe(201);
        expect(body).toEqual({ data: { token: expect.any(String), token_expires_at: expires } });
        expect(await server().deps.tokens.verifyAccess(body.data.token)).toEqual({
          ...before,
          jti: expect.not.stringMatching(before.jti),
          issuedAt: server().clock.now().getTime() / 1000,
          expiresAt: Date.parse(expires),
        });
      }
    });

    test.each([
      ['an access token', 'token-forbidden', 'token'],
      ['a refresh token of another room', 'token-forbidden', 'other'],
      ['a forged token', 'token-invalid', 'forged'],
      ['text that is no token', 'token-invalid', 'text'],
    ])('refuses %s', async (_what, code, which) => {
      const { id } = await server().createRoom();
      const other = (await generate((await server().createRoom()).id)).body.data.refresh_token;
      const { token, refresh_token } = (await generate(id)).body.data;
      const tokens: Record<string, string> = {
        token,
        other,
        forged: `${refresh_token.slice(0, -4)}AAAA`,
        text: 'refresh me',
      };
      const answer = await refresh(id, { refresh_token: tokens[which] });
      expect(answer.status).toBe(403);
      expect(answer.body.errors).toMatchObject([{ code, detail: expect.any(String) }]);
    });

    test('refuses a refresh token from the second in which it expires', async () => {
      const { id } = await server().createRoom();
      const { refresh_token } = (await generate(id, { refresh_token_ttl_secs: 60 })).body.data;
      server().clock.advance({ secs: 59 });
      expect((await refresh(id, { refresh_token })).status).toBe(201);
      server().clock.advance({ secs: 1 });
      expect(await refresh(id, { refresh_token })).toMatchObject({
        status: 403,
        body: { errors: [{ code: 'token-expired' }] },
      });
    });

    test('refuses a refresh token whose room is deleted', async () => {
      const { id } = await server().createRoom();
      const { refresh_token } = (await generate(id)).body.data;
      await server().request('DELETE', `/rooms/${id}`);
      expect(await refresh(id, { refresh_token })).toMatchObject({
        status: 403,
        body: { errors: [{ code: 'token-forbidden' }] },
      });
    });

    test('names the field that is missing or out of bounds', async () => {
      const { id } = await server().createRoom();
      expect((await refresh(id, {})).body.errors).toMatchObject([
        { code: 'field-invalid', source: { pointer: '/refresh_token' } },
      ]);
      expect((await refresh(id, { refresh_token: 'x', token_ttl_secs: 9 })).body.errors).toMatchObject([
        { code: 'field-invalid', source: { pointer: '/token_ttl_secs' } },
      ]);
    });
  });
});
