import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** A title as it is read, without the escapes that it is written with. */
const plain = (text: string) => text.replaceAll(/\\(.)/g, '$1');

it('every defence of docs/security.md has its test, which is there and is not left out', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (threat|item) \|/.test(line));
  expect(rows.length).toBeGreaterThan(50);
  const missing = rows.filter((row) => {
    const [, file = '', title = ''] = /\| `([^`]+\.test\.ts)` › (.+) \|$/.exec(row) ?? [];
    if (file === '' || !existsSync(path.join(root, file))) return true;
    const text = read(file);
    const isThere = text.split('\n').some((line) => /['"`]/.test(line) && plain(line).includes(title));
    return !isThere || /\b(test|it|describe)\.(skip|todo|only)\b/.test(text);
  });
  expect(missing).toEqual([]);
});

it('tokens are kept in memory alone', () => {
  const code = (file: string) => read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const keepers = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/.test(code(file)),
  );
  // What a page remembers is which devices were chosen, and the like.
  expect(keepers).toContain('src/media/devices/deviceStorage.ts');
  expect(keepers.filter((file) => /(client|refresh|access)Token|tokenSource/i.test(code(file)))).toEqual([]);
});
