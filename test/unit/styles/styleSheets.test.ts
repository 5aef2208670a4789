import { expect, it } from 'vitest';
import { designTokens } from '../../../src/components/theme-provider/designTokens.ts';
import { shapes, words } from '../../../stories/support/contrastPairs.ts';
import { tokenGroups } from '../../../stories/support/tokenGroups.ts';
import { readStyleSheets } from './readStyleSheets.ts';

const blocks = readStyleSheets();
const themeBlocks = blocks.filter(({ file }) => file === 'tokens.css');

/** Pieces that others are made of. */
const pieces = ['light', 'dark', 'color-scheme', 'r', 'g', 'b', 'luminance', 'is-dark', 'is-light', 'down', 'up'];
const isPiece = (name: string) => pieces.includes(name.replace('--parlour-', ''));

it('every token that the theme sets is a documented design token', () => {
  const set = themeBlocks
    .flatMap(({ declarations }) => [...declarations.keys()])
    .filter((name) => name.startsWith('--'));
  const unknown = [...new Set(set)].filter((name) => !(name in designTokens) && !isPiece(name));
  // Add it to src/components/theme-provider/designTokens.ts and to stories/support/tokenGroups.ts.
  expect(unknown).toEqual([]);
});

it('the story of the tokens tells of each what it is for', () => {
  const told = tokenGroups.flatMap(({ tokens }) => Object.keys(tokens));
  expect(told.toSorted()).toEqual(Object.keys(designTokens).toSorted());
});

it('every variable that a rule reads is a design token, or set by the style sheet or a component', () => {
  const setByComponents = /--parlour-(avatar|x$|y$|width$|height$|button-hover$|swipe$|drag-)/;
  const read = blocks.flatMap(({ declarations }) =>
    [...declarations.values()].flatMap((value) =>
      [...value.matchAll(/var\((--parlour-[\w-]+)/g)].map(([, name]) => name),
    ),
  );
  const setHere = new Set(blocks.flatMap(({ declarations }) => [...declarations.keys()]));
  const unknown = [...new Set(read as string[])].filter(
    (name) => !(name in designTokens) && !isPiece(name) && !setByComponents.test(name) && !setHere.has(name),
  );
  expect(unknown).toEqual([]);
});

it('every pair of a text color and a background in one rule is among those whose contrast is tested', () => {
  const tested = new Set([...words, ...shapes].map(([color, background]) => `${color} on ${background}`));
  const single = (value: string | undefined) => /^var\((--parlour-[\w-]+)\)$/.exec(value ?? '')?.[1];
  const used = blocks.flatMap(({ file, selector, declarations }) => {
    const color = single(declarations.get('color'));
    const background = single(declarations.get('background') ?? declarations.get('background-color'));
    return color && background ? [{ pair: `${color} on ${background}`, where: `${file}: ${selector}` }] : [];
  });
  expect(used.length).toBeGreaterThan(5);
  // Add the pair to stories/support/contrastPairs.ts.
  expect(used.filter(({ pair }) => !tested.has(pair))).toEqual([]);
});

it('nothing is important', () => {
  const important = blocks.filter(({ declarations }) =>
    [...declarations.values()].some((value) => /!\s*important/.test(value)),
  );
  expect(important).toEqual([]);
});

/** The selectors of a list; a comma within parentheses parts nothing. */
function selectorsOf(list: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const character of list) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

it('every selector names an element of ours', () => {
  const ours = /\.parlour-|\[class\^='parlour-'\]|\[data-parlour-theme\]|&/;
  const foreign = blocks
    .map(({ selector }) => selector)
    .filter((selector) => !/^@|^(from|to|\d+%)$/.test(selector))
    .flatMap(selectorsOf)
    .filter((selector) => !ours.test(selector));
  expect(foreign).toEqual([]);
});

it('animations bear our name', () => {
  const names = blocks.map(({ selector }) => selector).filter((selector) => selector.startsWith('@keyframes'));
  expect(names.filter((name) => !/^@keyframes parlour-/.test(name))).toEqual([]);
});

it('lengths follow neither the font size of the page nor that of its root', () => {
  const relative = blocks.flatMap(({ file, selector, declarations }) =>
    [...declarations]
      .filter(([, value]) => /\d(rem|ex|ch)\b/.test(value))
      .map(([name, value]) => `${file} ${selector}: ${name}: ${value}`),
  );
  expect(relative).toEqual([]);
});

it('light and dark are told apart by the theme’s own switch, which tools that make CSS smaller leave as it is', () => {
  const used = blocks.filter(({ declarations }) =>
    [...declarations.values()].some((value) => value.includes('light-dark(')),
  );
  // Write var(--parlour-light, …) var(--parlour-dark, …).
  expect(used).toEqual([]);
});
