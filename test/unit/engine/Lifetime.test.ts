import { expect, it } from 'vitest';
import { Lifetime } from '../../../src/engine/Lifetime.ts';

it('undoes everything once, the last first, and what comes late at once', () => {
  const lifetime = new Lifetime();
  const undone: string[] = [];
  lifetime.add(() => undone.push('first'));
  lifetime.add(() => undone.push('second'));
  expect(lifetime.ended).toBe(false);
  lifetime.end();
  lifetime.end();
  lifetime.add(() => undone.push('late'));
  expect(undone).toEqual(['second', 'first', 'late']);
  expect(lifetime.ended).toBe(true);
});

it('is over when what it undoes looks', () => {
  const lifetime = new Lifetime();
  const seen: boolean[] = [];
  lifetime.add(() => {
    seen.push(lifetime.ended);
    lifetime.end();
  });
  lifetime.end();
  expect(seen).toEqual([true]);
});
