// Checks the package as its users get it: packed, installed beside React in a project of its own, imported, compiled.
// Needs dist/ (npm run build).

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkProxy } from './package/checkProxy.mjs';
import { entriesOf } from './package/entries.mjs';
import { readSurface } from './package/readSurface.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const entries = entriesOf(root);
const modules = entries.filter(({ file }) => file.endsWith('.js'));
const styleSheets = entries.filter(({ file }) => file.endsWith('.css')).map(({ specifier }) => specifier);

if (!existsSync(path.join(root, 'dist'))) {
  console.error('package: there is no dist/ to check. Run: npm run build');
  process.exit(1);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'parlour-package-'));
const problems = [];

/** A line that imports every name of an entry, the types too. */
function importEverything({ specifier, types }, index) {
  const { exported } = readSurface(path.join(root, types));
  const names = exported.map(({ name }) => `${name} as ${name}${index}`).join(', ');
  const values = exported.filter(({ value }) => value).map(({ name }) => name + index);
  return [
    `import { ${names} } from '${specifier}';`,
    `export const entry${index}: readonly unknown[] = [${values.join(', ')}];`,
  ];
}

/** Runs a command and shows its output if it fails. */
function check(title, command, args, cwd = scratch) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  const ok = status === 0;
  console.log(`package: ${title}: ${ok ? 'ok' : 'FAILED'}`);
  if (!ok) problems.push(`${title}\n${`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim()}`);
  return ok;
}

function writeConsumer() {
  const versions = (kind, ...names) => Object.fromEntries(names.map((name) => [name, manifest[kind][name]]));
  const dependencies = versions(
    'devDependencies',
    ...['react', 'react-dom', '@types/react', '@types/react-dom', '@tanstack/react-query'],
  );
  const write = (name, text) => writeFileSync(path.join(scratch, name), text);
  write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module', dependencies }));
  write(
    'consumer.tsx',
    [
      ...modules.flatMap(importEverything),
      ...styleSheets.map((specifier) => `import '${specifier}';`),
      'export const element = <p>compiled with JSX</p>;',
    ].join('\n'),
  );
  for (const [name, module, moduleResolution] of [
    ['nodenext', 'nodenext', 'nodenext'],
    ['bundler', 'esnext', 'bundler'],
  ]) {
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module,
      moduleResolution,
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
    };
    write(`tsconfig.${name}.json`, JSON.stringify({ compilerOptions, files: ['consumer.tsx'] }));
  }
}

try {
  // npm runs on whatever Node there is; its level is set because a silent npm test would silence its errors too.
  const npm = (title, ...args) => check(title, 'npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], root);
  if (npm('npm pack', 'pack', '--pack-destination', scratch)) {
    const tarball = path.join(
      scratch,
      readdirSync(scratch).find((name) => name.endsWith('.tgz')),
    );
    writeConsumer();
    if (npm('install it with React', 'install', tarball, '--prefix', scratch, '--ignore-scripts', '--prefer-offline')) {
      const probe = path.join(root, 'scripts/package/importProbe.mjs');
      for (const { specifier } of modules)
        check(`import ${specifier} in Node`, bin('node'), [probe, scratch, manifest.name, specifier]);
      for (const specifier of styleSheets)
        check(`resolve ${specifier}`, bin('node'), [probe, scratch, manifest.name, specifier]);
      check('types, module nodenext', bin('tsc'), ['-p', 'tsconfig.nodenext.json']);
      check('types, module bundler', bin('tsc'), ['-p', 'tsconfig.bundler.json']);
    }
    const backend = path.join(scratch, 'backend');
    checkProxy({ root, folder: backend, check: (...all) => check(...all, backend), npm });
    check('publint', bin('publint'), ['run', tarball, '--strict']);
    check('are the types wrong', bin('attw'), [tarball, '--profile', 'esm-only', '--no-emoji']);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const problem of problems) console.error(`\n--- ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
