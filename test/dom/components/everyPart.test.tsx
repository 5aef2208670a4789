import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as components from '../../../src/components/index.ts';
import * as panels from '../../../src/components/panels.ts';

const source = readFileSync(path.resolve(import.meta.dirname, 'conformance.test.tsx'), 'utf8');
const tested = new Set([...source.matchAll(/conforms\(\s*'([\w.]+)'/g)].map(([, name = '']) => name));

/** What is no part, and why. */
const OTHERS: Readonly<Record<string, string>> = {
  RoomProvider: 'its element is that of ThemeProvider',
  RoomAudio: 'renders no element',
  KeyboardShortcuts: 'renders no element of its own',
  PictureInPicture: 'its element is a window',
  'PictureInPicture.Root': 'its element is a window',
  'RecordingIndicator.Consent': 'renders a dialog, and takes no props',
  'PreJoin.Problem': 'is there only after a try to join',
  'StatsPanel.Copy': 'is there only in a room that works',
};

/** By what they are: the same component under another name is tested once. */
const parts = new Map<unknown, string[]>();
function note(part: unknown, name: string): void {
  if (typeof part === 'function' && /^[A-Z]/.test(name)) parts.set(part, [...(parts.get(part) ?? []), name]);
}
for (const [name, component] of Object.entries({ ...components, ...panels })) {
  note(component, name);
  for (const [part, value] of Object.entries(component)) if (/^[A-Z]/.test(part)) note(value, `${name}.${part}`);
}

it('every part of every component goes through the tests of what parts promise', () => {
  expect(parts.size).toBeGreaterThan(90);
  const untested = [...parts.values()].filter((names) => !names.some((name) => tested.has(name) || name in OTHERS));
  expect(untested).toEqual([]);
});

it('nothing is left out that is not there', () => {
  const names = new Set([...parts.values()].flat());
  expect(Object.keys(OTHERS).filter((name) => !names.has(name))).toEqual([]);
});
