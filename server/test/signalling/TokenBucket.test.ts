import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../src/signalling/TokenBucket.ts';

describe('TokenBucket', () => {
  it('gives a burst at once, then its rate, and never saves up more than a burst', () => {
    const bucket = new TokenBucket({ rate: 10, burst: 3 }, 0);
    expect([bucket.take(1, 0), bucket.take(2, 0), bucket.take(1, 0)]).toEqual([true, true, false]);
    expect([bucket.take(1, 100), bucket.take(1, 100)]).toEqual([true, false]);
    expect([bucket.take(4, 60_000), bucket.take(3, 60_000), bucket.take(1, 60_000)]).toEqual([false, true, false]);
  });
});
