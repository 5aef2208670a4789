import { describe, expect, it } from 'vitest';
import { hueOf } from '../../../src/components/participant-tile/avatar/hueOf.ts';
import { initialsOf } from '../../../src/components/participant-tile/avatar/initialsOf.ts';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['  Johann  Sebastian   Bach ', 'JB'],
    ['👩‍💻 Dev', '👩‍💻D'],
    ['Élodie Ångström', 'ÉÅ'],
    ['', ''],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

it('similar ids have unlike hues', () => {
  const hues = Array.from({ length: 12 }, (_, index) => hueOf(`person-${index}`));
  expect(new Set(hues.map((hue) => Math.floor(hue / 60))).size).toBeGreaterThan(3);
  expect(hueOf('person-1')).toBe(hueOf('person-1'));
});
