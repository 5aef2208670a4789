import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const examples = path.resolve(import.meta.dirname, '../../dom/docs');
const EXAMPLE = /<!-- example: (\S+) -->\n```tsx?\n(.*?)```/gs;

const inGuides = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .flatMap((guide) =>
    [...readFileSync(path.join(docs, guide), 'utf8').matchAll(EXAMPLE)].map(([, file = '', text = '']) => ({
      guide,
      file,
      text,
    })),
  );

it.each(inGuides)('the example of $guide is $file, which is compiled and run as it stands there', ({ file, text }) => {
  expect(text).toBe(readFileSync(path.join(examples, file), 'utf8'));
});

it('every example that is run stands in a guide', () => {
  expect(inGuides.map(({ file }) => file).sort()).toEqual(readdirSync(examples).sort());
});
