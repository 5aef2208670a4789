import { createHmac, generateKeyPairSync } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SigningKeysRepository } from '../../src/db/repositories/SigningKeysRepository.ts';
import { ClientTokens } from '../../src/tokens/ClientTokens.ts';
import { DEFAULT_GRANTS } from '../../src/tokens/Grants.ts';
import { SigningKeys } from '../../src/tokens/SigningKeys.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import { memoryRevocations } from '../support/memoryRevocations.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';

const ROOM = '11111111-1111-4111-8111-111111111111';
const request = {
  roomId: ROOM,
  grants: DEFAULT_GRANTS,
  tokenTtlSecs: 600,
  refreshTtlSecs: 3600,
  url: 'https://rooms.example.org',
};

let database: TestDatabase;
let clock: TestClock;
let keys: SigningKeys;
let tokens: ClientTokens;
const openKeys = (maxAgeMs?: number) =>
  SigningKeys.open(new SigningKeysRepository(database.database.db, clock.now), clock.now, maxAgeMs);

beforeAll(async () => {
  database = await startMemoryDatabase();
});
beforeEach(async () => {
  await database.reset();
  clock = new TestClock();
  keys = await openKeys();
  tokens = new ClientTokens(keys, await memoryRevocations(clock.now), clock.now);
});
afterAll(() => database?.stop());

/** The claims of a token, changed, and signed again with the key of the server: what only a bug could make. */
async function resign(token: string, changes: JWTPayload, header: { typ?: string } = { typ: 'JWT' }): Promise<string> {
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const { kid, privateKey } = keys.active();
  return new SignJWT({ ...payload, ...changes }).setProtectedHeader({ alg: 'EdDSA', kid, ...header }).sign(privateKey);
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an access token', () => {
  test('says who may do what in which room, and until when', async () => {
    const { access } = await tokens.issue({ ...request, participant: { id: 'ada', name: 'Ada' } });
    expect(access.expiresAt).toEqual(new Date('2026-03-10T12:10:00Z'));
    expect(await tokens.verifyAccess(access.token)).toEqual({
      roomId: ROOM,
      participantId: 'ada',
      name: 'Ada',
      grants: DEFAULT_GRANTS,
      waits: false,
      expiresAt: Date.parse('2026-03-10T12:10:00Z'),
      jti: expect.any(String),
      family: expect.any(String),
      issuedAt: Date.parse('2026-03-10T12:00:00Z') / 1000,
    });
  });

  test('may allow nothing but to join', async () => {
    const nothing = { publish: [], subscribe: false, message: false, moderate: false, record: false };
    const { access } = await tokens.issue({ ...request, grants: nothing });
    expect((await tokens.verifyAccess(access.token)).grants).toEqual(nothing);
  });

  test('may say that its bearer has to be let in, and its renewals say so too; who may moderate never has to', async () => {
    const { access, refresh } = await tokens.issue({ ...request, waits: true });
    const renewed = await tokens.refresh({ ...request, refreshToken: refresh.token });
    for (const { token } of [access, renewed]) expect((await tokens.verifyAccess(token)).waits).toBe(true);
    const host = await tokens.issue({ ...request, waits: true, grants: { ...DEFAULT_GRANTS, moderate: true } });
    expect((await tokens.verifyAccess(host.access.token)).waits).toBe(false);
  });

  test('is good until the second in which it expires', async () => {
    const { access } = await tokens.issue(request);
    clock.advance({ secs: 599 });
    await tokens.verifyAccess(access.token);
    clock.advance({ secs: 1 });
    await expect(tokens.verifyAccess(access.token)).rejects.toMatchObject({ code: 'token-expired' });
  });

  test('never refreshes, as a refresh token never joins', async () => {
    const { access, refresh } = await tokens.issue(request);
    await expect(tokens.verifyRefresh(access.token)).rejects.toMatchObject({ code: 'token-forbidden' });
    await expect(tokens.verifyAccess(refresh.token)).rejects.toMatchObject({ code: 'token-forbidden' });
    const { token } = await tokens.refresh({ ...request, refreshToken: refresh.token });
    expect(await tokens.verifyAccess(token)).toMatchObject({ roomId: ROOM });
  });
});

describe('a token is not valid', () => {
  test.each(['', 'text', 'a.b.c', `${encode({ alg: 'EdDSA' })}.${encode({})}.`])('when it is %j', async (token) => {
    await expect(tokens.verifyAccess(token)).rejects.toMatchObject({ name: 'TokenError', code: 'token-invalid' });
  });

  test('when a claim was changed', async () => {
    const [header, payload = '', signature] = (await tokens.issue(request)).access.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = [header, encode({ ...claims, sub: 'someone-else' }), signature].join('.');
    await expect(tokens.verifyAccess(forged)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  test('when its algorithm is "none"', async () => {
    const [, payload] = (await tokens.issue(request)).access.token.split('.');
    const { kid } = keys.active();
    for (const alg of ['none', 'None']) {
      const unsigned = `${encode({ alg, typ: 'JWT', kid })}.${payload}.`;
      await expect(tokens.verifyAccess(unsigned)).rejects.toMatchObject({ code: 'token-invalid' });
    }
  });

  test('when it is signed with the public key as a shared secret', async () => {
    const [, payload] = (await tokens.issue(request)).access.token.split('.');
    const [jwk] = keys.jwks().keys;
    const content = `${encode({ alg: 'HS256', typ: 'JWT', kid: jwk?.kid })}.${payload}`;
    const mac = createHmac('sha256', Buffer.from(jwk?.x ?? '', 'base64url'))
      .update(content)
      .digest('base64url');
    await expect(tokens.verifyAccess(`${content}.${mac}`)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  test('when another key signed it, under a known or an unknown key id', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const [, payload = ''] = (await tokens.issue(request)).access.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    for (const kid of [keys.active().kid, 'unknown', undefined]) {
      const header = { alg: 'EdDSA', typ: 'JWT', ...(kid && { kid }) };
      const forged = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
      await expect(tokens.verifyAccess(forged)).rejects.toMatchObject({ code: 'token-invalid' });
    }
  });

  test('when it brings or names the key that it is to be verified with', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const [, payload = ''] = (await tokens.issue(request)).access.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const jwk = publicKey.export({ format: 'jwk' });
    for (const own of [{ jwk }, { jku: 'https://evil.example.org/jwks.json' }, { x5u: 'https://evil.example.org/x' }]) {
      const header = { alg: 'EdDSA', typ: 'JWT', kid: keys.active().kid, ...own };
      const forged = await new SignJWT(claims).setProtectedHeader(header as never).sign(privateKey);
      await expect(tokens.verifyAccess(forged)).rejects.toMatchObject({ code: 'token-invalid' });
    }
  });

  test.each(['exp', 'jti', 'sub', 'grants', 'participant', 'iss', 'aud'])('without its claim %s', async (claim) => {
    const token = await resign((await tokens.issue(request)).access.token, { [claim]: undefined });
    await expect(tokens.verifyAccess(token)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  test.each([
    ['issuer', { iss: 'someone' }],
    ['audience', { aud: 'elsewhere' }],
    ['start', { nbf: Date.parse('2027-01-01T00:00:00Z') / 1000 }],
  ])('when its %s is another', async (_what, changes) => {
    const token = await resign((await tokens.issue(request)).access.token, changes);
    await expect(tokens.verifyAccess(token)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  test.each([
    ['another version of grants', { grants_version: '2.0.0' }],
    ['no grants', { grants: [] }],
    ['grants without joining', { grants: [{ actions: ['subscribe'], resources: [`video:rooms:${ROOM}`] }] }],
    ['grants for two rooms', { grants: [{ actions: ['join'], resources: ['video:rooms:a', 'video:rooms:b'] }] }],
    ['grants for something else', { grants: [{ actions: ['join'], resources: ['files:all'] }] }],
  ])('with %s', async (_what, changes) => {
    const token = await resign((await tokens.issue(request)).access.token, changes);
    await expect(tokens.verifyAccess(token)).rejects.toMatchObject({ code: 'token-forbidden' });
  });

  test('for refreshing in another room', async () => {
    const { refresh } = await tokens.issue(request);
    const elsewhere = { ...request, roomId: '22222222-2222-4222-8222-222222222222', refreshToken: refresh.token };
    await expect(tokens.refresh(elsewhere)).rejects.toMatchObject({ code: 'token-forbidden' });
  });
});

describe('signing keys', () => {
  test('are shown without their private half', () => {
    expect(keys.jwks().keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: keys.active().kid, use: 'sig', alg: 'EdDSA' },
    ]);
  });

  test('survive a restart', async () => {
    const { access } = await tokens.issue(request);
    const reopened = await openKeys();
    expect(reopened.jwks()).toEqual(keys.jwks());
    const later = new ClientTokens(reopened, await memoryRevocations(clock.now), clock.now);
    expect(await later.verifyAccess(access.token)).toMatchObject({ roomId: ROOM });
  });

  test('rotate: the new one signs, the one before verifies for as long as a token of its may live', async () => {
    const before = keys.active().kid;
    const { refresh } = await tokens.issue({ ...request, refreshTtlSecs: 86_400 });
    clock.advance({ secs: 1 });
    await keys.rotate();
    expect(keys.active().kid).not.toBe(before);
    expect(keys.jwks().keys.map(({ kid }) => kid)).toEqual([keys.active().kid, before]);
    clock.advance({ secs: 86_398 });
    expect(await tokens.verifyRefresh(refresh.token)).toMatchObject({ roomId: ROOM });
    // A minute more: another server may have signed with it still.
    clock.advance({ secs: 63 });
    expect(keys.jwks().keys.map(({ kid }) => kid)).toEqual([keys.active().kid]);
    expect(await tokens.verifyAccess((await tokens.issue(request)).access.token)).toMatchObject({ roomId: ROOM });
  });

  test('that another server on the same database made are found when a token comes with one', async () => {
    const other = await openKeys();
    await other.rotate();
    const elsewhere = new ClientTokens(other, await memoryRevocations(clock.now), clock.now);
    const { access } = await elsewhere.issue(request);
    clock.advance({ secs: 1 });
    expect(await tokens.verifyAccess(access.token)).toMatchObject({ roomId: ROOM });
  });

  test('are replaced when they are too old, by one of several servers, and the others sign with the new one', async () => {
    const days = 30 * 86_400_000;
    const [one, other] = [await openKeys(days), await openKeys(days)];
    const before = one.active().kid;
    clock.advance({ days: 29 });
    await Promise.all([one.refresh(), other.refresh()]);
    expect([one.active().kid, other.active().kid]).toEqual([before, before]);
    clock.advance({ days: 1 });
    await Promise.all([one.refresh(), other.refresh()]);
    expect(one.active().kid).not.toBe(before);
    expect(other.active().kid).toBe(one.active().kid);
    expect(one.jwks().keys).toHaveLength(2);
  });

  test('that nobody needs any more are deleted', async () => {
    await keys.rotate();
    clock.advance({ days: 1, secs: 61 });
    await keys.refresh();
    expect(await new SigningKeysRepository(database.database.db, clock.now).list()).toHaveLength(1);
  });

  test('that are discarded make void what they signed, and nothing else', async () => {
    const { access } = await tokens.issue(request);
    await keys.rotate();
    await keys.discardRetired();
    await expect(tokens.verifyAccess(access.token)).rejects.toMatchObject({ code: 'token-invalid' });
    expect(keys.jwks().keys).toHaveLength(1);
    expect(await tokens.verifyAccess((await tokens.issue(request)).access.token)).toMatchObject({ roomId: ROOM });
  });
});
