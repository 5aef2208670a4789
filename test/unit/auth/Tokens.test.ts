import { describe, expect, it } from 'vitest';
import { type TokenPair, Tokens } from '../../../src/auth/index.ts';
import { RoomError } from '../../../src/errors/index.ts';
import { clientToken } from '../../../src/testing/clientToken.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

const noTimer = () => () => {};
const neverRefreshed = () => Promise.reject(new Error('the test did not expect a refresh'));

function source(pairs: readonly (TokenPair | Error)[]) {
  let asked = 0;
  const ask = async (): Promise<TokenPair> => {
    const pair = pairs[Math.min(asked, pairs.length - 1)];
    asked += 1;
    if (pair instanceof Error) throw pair;
    return pair as TokenPair;
  };
  return { ask, asked: () => asked };
}

describe('Tokens', () => {
  it('asks the backend once, however many ask at once', async () => {
    const { ask, asked } = source([{ token: clientToken() }]);
    const tokens = new Tokens(ask, neverRefreshed, noTimer);
    const [first, second, third] = await Promise.all([tokens.current(), tokens.fresh(), tokens.current()]);
    expect(asked()).toBe(1);
    expect(first).toBe(second);
    expect(third).toBe(first);
    expect(await tokens.current()).toBe(first);
    expect(asked()).toBe(1);
    await tokens.fresh();
    expect(asked()).toBe(2);
  });

  it('does not use a token that is about to run out', async () => {
    const { ask, asked } = source([{ token: clientToken({ lifetimeInMs: 1000 }) }, { token: clientToken() }]);
    const tokens = new Tokens(ask, neverRefreshed, noTimer);
    await tokens.current();
    await tokens.current();
    await tokens.current();
    expect(asked()).toBe(2);
  });

  it('prefers the refresh token to the backend, and keeps it', async () => {
    const { ask, asked } = source([{ token: clientToken(), refreshToken: 'refresh' }]);
    const refreshed: string[] = [];
    const tokens = new Tokens(
      ask,
      async (_claims, refreshToken) => {
        refreshed.push(refreshToken);
        return clientToken();
      },
      noTimer,
    );
    await tokens.current();
    await tokens.fresh();
    await tokens.fresh();
    expect(asked()).toBe(1);
    expect(refreshed).toEqual(['refresh', 'refresh']);
  });

  it('asks the backend when the refresh token is no good any more', async () => {
    const { ask, asked } = source([{ token: clientToken(), refreshToken: 'old' }, { token: clientToken() }]);
    const tokens = new Tokens(ask, () => Promise.reject(new RoomError('token-expired', 'too old')), noTimer);
    await tokens.current();
    await tokens.fresh();
    expect(asked()).toBe(2);
  });

  it('says token-expired when there is nobody to ask, and leaves the judgement of the old one to the server', async () => {
    const tokens = new Tokens(null, neverRefreshed, noTimer);
    tokens.set({ token: clientToken({ lifetimeInMs: -1000 }) });
    expect(tokens.renewable).toBe(false);
    expect(await rejectionCode(tokens.fresh())).toBe('token-expired');
    expect((await tokens.current()).roomId).toBe(tokens.known?.roomId);
  });

  it('says why the refresh token alone did not help', async () => {
    const tokens = new Tokens(null, () => Promise.reject(new RoomError('room-not-found', 'gone')), noTimer);
    tokens.set({ token: clientToken(), refreshToken: 'refresh' });
    expect(tokens.renewable).toBe(true);
    expect(await rejectionCode(tokens.fresh())).toBe('room-not-found');
  });

  it('says token-invalid when it never had one', async () => {
    expect(await rejectionCode(new Tokens(null, neverRefreshed, noTimer).current())).toBe('token-invalid');
  });

  it('tries again after a failure', async () => {
    const { ask } = source([new Error('down'), { token: clientToken() }]);
    const tokens = new Tokens(ask, neverRefreshed, noTimer);
    expect(await rejectionCode(tokens.current())).toBe('unreachable');
    expect(await tokens.current()).toBe(tokens.known);
  });

  it('keeps the code that a backend gives, and the cause of every failure', async () => {
    const cause = Object.assign(new Error('The room is full.'), { code: 'room-full' });
    const tokens = new Tokens(source([cause]).ask, neverRefreshed, noTimer);
    await expect(tokens.current()).rejects.toMatchObject({ code: 'room-full', message: 'The room is full.', cause });
    const odd = new Tokens(() => Promise.reject(undefined), neverRefreshed, noTimer);
    expect(await rejectionCode(odd.current())).toBe('unreachable');
  });

  it('does not wait for a source that hangs after it was told so', async () => {
    let asked = 0;
    const tokens = new Tokens(
      () => {
        asked += 1;
        return asked === 1 ? new Promise(() => {}) : Promise.resolve({ token: clientToken() });
      },
      neverRefreshed,
      noTimer,
    );
    void tokens.current();
    tokens.forgetPending();
    await tokens.current();
    expect(asked).toBe(2);
  });
});
