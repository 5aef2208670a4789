import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src/auth/index.ts';
import { RoomError } from '../../../src/errors/index.ts';
import { clientToken, encodeToken, ROOM_ID } from '../../../src/testing/clientToken.ts';

const grants = [{ resources: [`video:rooms:${ROOM_ID}`] }];

describe('readToken', () => {
  it('tells the room, the server, the end and the lifetime', () => {
    const issuedAt = 1_700_000_000_000;
    expect(readToken(clientToken({ issuedAt, lifetimeInMs: 60_000, url: 'https://rooms.example' }))).toEqual({
      roomId: ROOM_ID,
      url: 'https://rooms.example',
      expiresAt: issuedAt + 60_000,
      lifetime: 60_000,
    });
  });

  it('has no server where the token tells none, and finds the room among other resources', () => {
    const claims = { exp: 2, iat: 1, grants: [{ resources: ['video:recordings:1'] }, ...grants] };
    expect(readToken(encodeToken(claims))).toMatchObject({ url: null, roomId: ROOM_ID, lifetime: 1000 });
  });

  it('reads names beyond ASCII', () => {
    expect(readToken(encodeToken({ exp: 2, name: 'Žofie 🎈 ÿ', grants })).roomId).toBe(ROOM_ID);
  });

  it.each<[string, unknown]>([
    ['no claims', null],
    ['no grants', { exp: 1 }],
    ['no room', { exp: 1, grants: [{ resources: ['video:rooms:'] }] }],
    ['no end', { grants }],
    ['an end that is no number', { exp: 'tomorrow', grants }],
    ['an endless end', { exp: 1e306, grants }],
    ['grants that are no list', { exp: 1, grants: 'all' }],
    ['a refresh token', { exp: 1, typ: 'refresh', grants }],
  ])('refuses %s', (_what, claims) => {
    expect(() => readToken(encodeToken(claims))).toThrow(expect.objectContaining({ code: 'token-invalid' }));
  });

  it('throws nothing but token-invalid, whatever it is given', () => {
    const refusal = (token: unknown) => {
      try {
        readToken(token as string);
      } catch (error) {
        return error;
      }
      return null;
    };
    const anything = fc.oneof(
      fc.string(),
      fc.anything(),
      fc.tuple(fc.string(), fc.string(), fc.string()).map((parts) => parts.join('.')),
      fc.jsonValue().map(encodeToken),
      fc.record({ exp: fc.jsonValue(), grants: fc.jsonValue(), iat: fc.jsonValue() }).map(encodeToken),
      fc.record({ exp: fc.nat(), grants: fc.array(fc.record({ resources: fc.jsonValue() })) }).map(encodeToken),
    );
    fc.assert(
      fc.property(anything, (token) => {
        const error = refusal(token);
        if (error === null) return;
        expect(error).toBeInstanceOf(RoomError);
        expect(error).toMatchObject({ code: 'token-invalid' });
      }),
      { numRuns: 1000 },
    );
  });
});
