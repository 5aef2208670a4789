import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { moduleOf, readSnippets } from './snippets.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** In the repository, so that modules and types are found as everywhere else. */
const scratch = path.join(root, 'node_modules/.cache/parlour-snippets');

const tsconfig = {
  extends: path.join(root, 'tsconfig.json'),
  compilerOptions: {
    // Guides import types and values alike.
    verbatimModuleSyntax: false,
    rootDir: root,
  },
  include: ['.', path.join(root, 'src/**/*.d.ts'), path.join(root, 'examples/meet/src/*.d.ts')],
  exclude: [],
};

it('code in the README and the guides compiles', { timeout: 120_000 }, () => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  writeFileSync(path.join(scratch, 'tsconfig.json'), JSON.stringify(tsconfig));
  const snippets = readSnippets();
  for (const snippet of snippets) {
    const name = `${snippet.guide.replaceAll(/[/.]/g, '-')}-${snippet.line}.tsx`;
    writeFileSync(path.join(scratch, name), moduleOf(snippet));
  }

  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', scratch], {
    encoding: 'utf8',
  });
  // The lines are those of the guides.
  expect(`${stdout}${stderr}`.trim()).toBe('');
  expect(snippets.length).toBeGreaterThan(20);
});
