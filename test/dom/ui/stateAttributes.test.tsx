import { expect, it } from 'vitest';
import { stateAttributes } from '../../../src/ui/index.ts';

it('shows a state as data attributes; what is not so is absent', () => {
  expect(stateAttributes({ speaking: true, local: false, fit: 'contain', colorScheme: 'dark', status: null })).toEqual({
    'data-speaking': '',
    'data-fit': 'contain',
    'data-color-scheme': 'dark',
  });
});
