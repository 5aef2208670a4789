import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pictures } from '../../../scripts/pictures/list.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const guides = readdirSync(path.join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
/** Code is no prose: what looks like a link or a heading in it is none. */
const proseOf = (file: string) => read(file).replaceAll(/^```.*?^```$/gms, '');

/** The name by which a heading is linked to. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (file: string) =>
  [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

it.each(['README.md', ...guides.filter((guide) => !guide.endsWith('public-surface.md'))])(
  'links of %s lead somewhere',
  (file) => {
    const lost = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [place = '', anchor] = target.split('#');
        const linked = place === '' ? file : path.join(path.dirname(file), place);
        if (!existsSync(path.join(root, linked))) return true;
        return anchor !== undefined && !anchorsOf(linked).includes(anchor);
      });
    expect(lost).toEqual([]);
  },
);

it('pictures are those that the stories were taken of, each shown where words tell what is in it, and small', () => {
  const files = readdirSync(path.join(root, 'docs/images')).sort();
  expect(files).toEqual(
    Object.keys(pictures)
      .map((name) => `${name}.webp`)
      .sort(),
  );
  const shown = ['README.md', ...guides].flatMap((file) =>
    [...proseOf(file).matchAll(/!\[([^\]]*)\]\((?:docs\/)?images\/([^)]+)\)/g)].map(([, words = '', name = '']) => {
      expect(words.length, `${file} tells what is in ${name}`).toBeGreaterThan(20);
      return name;
    }),
  );
  expect(shown.sort()).toEqual(files);
  for (const file of files) expect(statSync(path.join(root, 'docs/images', file)).size).toBeLessThanOrEqual(60_000);
});

it('the README lists every guide', () => {
  const listed = read('README.md').split('## Guides')[1] ?? '';
  expect(guides.filter((guide) => !listed.includes(`(${guide})`))).toEqual([]);
});

const SURFACE = read('docs/public-surface.md');
const isPublic = (name: string) => new RegExp(`\\b${name}\\b`).test(SURFACE);

it.each(['from-livekit', 'from-telnyx', 'from-mediasoup-demo'])('what docs/%s.md names of ours is there', (name) => {
  const ours = proseOf(`docs/${name}.md`)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    // The first column has the names of the others.
    .flatMap((row) => [
      ...row
        .split(' | ')
        .slice(1)
        .join(' ')
        .matchAll(/`<?(use[A-Z]\w*|(?:[A-Z]\w+\.)?[A-Z][a-z]\w+)/g),
    ])
    .map(([, found = '']) => found);
  expect(ours.length).toBeGreaterThan(5);
  const unknown = ours.filter((found) => {
    const [whole = '', part] = found.split('.');
    return !isPublic(whole) || (part !== undefined && !isPublic(part));
  });
  expect(unknown).toEqual([]);
});
