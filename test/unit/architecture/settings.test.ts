import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Names of settings that stand in a text. */
const namesIn = (text: string) =>
  [...text.matchAll(/\b(PARLOUR_[A-Z0-9_]*[A-Z0-9]|DATABASE_URL)\b/g)].map(([name]) => name);

const code = globSync('server/src/**/*.ts', { cwd: root }).map(read).join('\n');
const documented = [...read('docs/settings.md').matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, name]) => name ?? '');

it('every setting that the server reads or names is in docs/settings.md', () => {
  expect(namesIn(code)).toContain('PARLOUR_PORT');
  expect([...new Set(namesIn(code))].filter((name) => !documented.includes(name))).toEqual([]);
});

it('every setting of docs/settings.md is read by the server, and stands there once', () => {
  const quoted = (name: string) => new RegExp(`(['"\`])${name}\\1`).test(code);
  expect(documented.filter((name) => !quoted(name))).toEqual([]);
  expect(documented.filter((name, index) => documented.indexOf(name) !== index)).toEqual([]);
});

it('no other page, and no example, names a setting that there is not', () => {
  const pages = globSync(['docs/*.md', 'README.md', 'CONTRIBUTING.md', 'deploy/*'], { cwd: root });
  const others = ['PARLOUR_URL', 'PARLOUR_DEMO_PORT'];
  const unknown = pages.flatMap((page) => namesIn(read(page)).map((name) => [page, name] as const));
  expect(unknown.filter(([, name]) => !documented.includes(name) && !others.includes(name))).toEqual([]);
});
