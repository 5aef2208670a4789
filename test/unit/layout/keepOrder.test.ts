import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepOrder, swap } from '../../../src/layout/index.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name).join('');

describe('keepOrder', () => {
  it('appends who is new', () => {
    const order = named('a', 'b');
    expect(names(keepOrder(order, [], named('c'), 9))).toBe('abc');
    expect(keepOrder(order, [], [], 9)).toBe(order);
  });

  it('closes up on a single page', () => {
    const order = named('a', 'b', 'c', 'd');
    expect(names(keepOrder(order, order.slice(1, 2), [], 4))).toBe('acd');
  });

  it('fills a free place with the last of all where there are several pages', () => {
    const order = named('a', 'b', 'c', 'd', 'e', 'f');
    expect(names(keepOrder(order, order.slice(1, 2), [], 3))).toBe('afcde');
  });

  it('has everybody once, and moves nobody more than there are places free', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), fc.gen(), (count, pageSize, g) => {
        const order = Array.from({ length: count }, (_, index) => ({ name: `${index},` }));
        const gone = order.filter(() => g(fc.boolean));
        const come = named('new,').slice(0, g(fc.integer, { min: 0, max: 1 }));
        const next = keepOrder(order, gone, come, pageSize);
        const staying = order.filter((item) => !gone.includes(item));
        expect(new Set(next)).toEqual(new Set([...staying, ...come]));
        expect(next).toHaveLength(staying.length + come.length);
        if (next.length <= pageSize) return;
        const moved = staying.filter((item) => next.indexOf(item) !== order.indexOf(item));
        expect(moved.length).toBeLessThanOrEqual(gone.length);
      }),
    );
  });
});

describe('swap', () => {
  it('puts two in each other’s place', () => {
    expect(swap(['a', 'b', 'c'], 'a', 'c')).toEqual(['c', 'b', 'a']);
  });

  it('changes nothing without both', () => {
    const order = ['a', 'b'];
    expect(swap(order, 'a', 'x')).toBe(order);
    expect(swap(order, 'a', 'a')).toBe(order);
  });
});
