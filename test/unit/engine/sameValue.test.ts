import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameValue } from '../../../src/engine/sameValue.ts';
import { videoTrack } from '../../../src/testing/media/FakeTrack.ts';

it('of a value and its copy is true', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => sameValue(value, structuredClone(value))),
    {
      examples: [[{ a: [1, { b: null }] }]],
    },
  );
});

it('of two different JSON texts is false', () => {
  const text = (value: unknown) => JSON.stringify(value);
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 3 }), fc.array(fc.jsonValue(), { maxLength: 3 }), (a, b) => {
      fc.pre(text(a) !== text(b));
      // Keys may stand in another order, and 0 and -0 are written alike: neither happens in lists of scalars.
      fc.pre([...a, ...b].every((item) => typeof item !== 'object'));
      return !sameValue(a, b);
    }),
  );
});

it.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[], {}, false],
  [null, {}, false],
  [new Date(1), new Date(1), true],
  [new Date(1), new Date(2), false],
  [new Map(), new Map(), false],
])('of %o and %o is %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
  expect(sameValue(b, a)).toBe(same);
});

it('of two tracks is true for the same one only', () => {
  const track = videoTrack();
  expect(sameValue({ track }, { track })).toBe(true);
  expect(sameValue({ track }, { track: videoTrack() })).toBe(false);
});
