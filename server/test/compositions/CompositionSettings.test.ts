import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readCompositionSettings } from '../../src/compositions/CompositionSettings.ts';

describe('readCompositionSettings', () => {
  test('makes one film at a time with half of the processors, no larger than 1280x720', () => {
    expect(readCompositionSettings({})).toEqual({
      concurrency: 1,
      threads: Math.max(1, Math.floor(availableParallelism() / 2)),
      largest: { width: 1280, height: 720 },
    });
  });

  test('takes what is set', () => {
    const env = {
      PARLOUR_COMPOSITIONS: '2',
      PARLOUR_COMPOSITION_THREADS: '4',
      PARLOUR_COMPOSITION_MAX_RESOLUTION: '1920x1080',
    };
    expect(readCompositionSettings(env)).toEqual({
      concurrency: 2,
      threads: 4,
      largest: { width: 1920, height: 1080 },
    });
  });

  test.each([
    ['PARLOUR_COMPOSITIONS', '0'],
    ['PARLOUR_COMPOSITION_THREADS', 'many'],
    ['PARLOUR_COMPOSITION_MAX_RESOLUTION', '1080p'],
    ['PARLOUR_COMPOSITION_MAX_RESOLUTION', '1920 x 1080'],
    ['PARLOUR_COMPOSITION_MAX_RESOLUTION', '15x1080'],
    ['PARLOUR_COMPOSITION_MAX_RESOLUTION', '7681x1080'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readCompositionSettings({ [name]: value })).toThrow(`${name} is "${value}"`);
  });
});
