import { expect, it } from 'vitest';
import { cornerTowards, nearestCorner } from '../../../src/components/floating-self-view/corners.ts';

const box = { width: 800, height: 600 };

it('rests in the nearest corner, whose sides change places in right-to-left', () => {
  expect(nearestCorner({ x: 10, y: 590 }, box, false)).toBe('bottom-start');
  expect(nearestCorner({ x: 10, y: 590 }, box, true)).toBe('bottom-end');
  expect(nearestCorner({ x: 700, y: 10 }, box, false)).toBe('top-end');
});

it('goes where the arrow points', () => {
  expect(cornerTowards('bottom-end', 'ArrowUp', false)).toBe('top-end');
  expect(cornerTowards('bottom-end', 'ArrowLeft', false)).toBe('bottom-start');
  expect(cornerTowards('bottom-end', 'ArrowLeft', true)).toBe('bottom-end');
  expect(cornerTowards('bottom-start', 'ArrowLeft', true)).toBe('bottom-end');
  expect(cornerTowards('bottom-start', 'Enter', false)).toBeNull();
});
