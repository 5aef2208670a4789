import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap } from '../../../src/engine/PersistentMap.ts';

const changes = fc.array(
  fc.record({ key: fc.integer({ min: 0, max: 90 }), remove: fc.boolean(), back: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 200 },
);

describe('a persistent map', () => {
  it('holds what a Map would hold, in the same order, and every older one stays as it was', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const made = [{ map: PersistentMap.from<number, number>(), model: new Map<number, number>() }];
        for (const [value, { key, remove, back }] of list.entries()) {
          // Mostly of the last one, now and then of one before it.
          const { map, model } = made[Math.max(0, made.length - 1 - back)] as (typeof made)[number];
          const next = new Map(model);
          if (remove) next.delete(key);
          else next.set(key, value);
          made.push({ map: remove ? map.without(key) : map.with(key, value), model: next });
        }
        for (const { map, model } of made) {
          expect([...map]).toEqual([...model]);
          expect([...map.keys()]).toEqual([...model.keys()]);
          expect([...map.values()]).toEqual([...model.values()]);
          expect(map.size).toBe(model.size);
          for (let key = 0; key <= 90; key += 1) {
            expect(map.get(key)).toBe(model.get(key));
            expect(map.has(key)).toBe(model.has(key));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('calls back for each entry, with itself', () => {
    const map = PersistentMap.from([
      ['a', 1],
      ['b', 2],
    ] as const).without('a');
    const seen: unknown[] = [];
    map.forEach((value, key, of) => void seen.push([value, key, of]));
    expect(seen).toEqual([[2, 'b', map]]);
  });
});
