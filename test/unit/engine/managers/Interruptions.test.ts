import { expect, it } from 'vitest';
import { Interruptions } from '../../../../src/engine/managers/Interruptions.ts';

it('a connection of which several parts broke is mended when all of them are', () => {
  const told: unknown[] = [];
  const interruptions = new Interruptions({
    interrupted: (attempt, cause) => told.push([attempt, cause]),
    resumed: () => told.push('resumed'),
  });
  interruptions.handleMended('sending');
  interruptions.handleBroken('signalling', 1, 'the socket');
  interruptions.handleBroken('sending', 1, 'the path');
  interruptions.handleBroken('sending', 2, 'the path');
  interruptions.handleMended('signalling');
  interruptions.handleMended('signalling');
  expect(told).toEqual([
    [1, 'the socket'],
    [1, 'the path'],
    [2, 'the path'],
  ]);
  interruptions.handleMended('sending');
  expect(told.at(-1)).toBe('resumed');
});
