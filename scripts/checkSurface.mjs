// The public surface of the built package against docs/public-surface.md, which says it in full. Needs dist/ (npm run build).
//
//   node scripts/checkSurface.mjs             fails when they differ, and when a name cannot be imported
//   node scripts/checkSurface.mjs --update    writes the file anew
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { entriesOf } from './package/entries.mjs';
import { byName, readSurface } from './package/readSurface.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = path.join(root, 'docs/public-surface.md');

if (!existsSync(path.join(root, 'dist'))) {
  console.error('surface: there is no dist/ to read. Run: npm run build');
  process.exit(1);
}

const problems = [];
const sections = [];
const block = ({ text }) => `\`\`\`ts\n${text}\n\`\`\`\n`;
let count = 0;

/** Where each declaration stands in the report: one that several entries export stands there once. */
const placeOf = new Map();
const allParts = new Map();

for (const { specifier, file, types } of entriesOf(root)) {
  if (!/\.js$/.test(file)) continue;
  const { exported, parts } = readSurface(path.join(root, types));
  count += exported.length;
  sections.push(`## ${specifier}\n`);
  for (const one of exported) {
    const place = placeOf.get(one.id);
    const kind = one.value || one.kind !== 'class' ? one.kind : 'class, its type only';
    sections.push(`### ${one.name} (${kind})\n`, place ? `The one of ${place}.\n` : block(one));
    placeOf.set(one.id, place ?? specifier);
  }
  for (const part of parts) allParts.set(part.id, part);

  const declared = exported.filter(({ value }) => value).map(({ name }) => name);
  const imported = Object.keys(await import(pathToFileURL(path.join(root, file)).href));
  const missing = declared.filter((name) => !imported.includes(name));
  const untyped = imported.filter((name) => !declared.includes(name));
  if (missing.length > 0) problems.push(`${specifier} declares what it does not export: ${missing.join(', ')}`);
  if (untyped.length > 0) problems.push(`${specifier} exports what it does not declare: ${untyped.join(', ')}`);
}

sections.push('## Parts of components, and what they take\n');
for (const part of [...allParts.values()].filter(({ id }) => !placeOf.has(id)).sort(byName)) sections.push(block(part));

const text = [
  '# Public surface\n',
  'Every name that the package exports, with its type. It is written by `node scripts/checkSurface.mjs --update` after ' +
    '`npm run build`, and `npm test` fails while it differs from what is built: what a change does to users is seen here.\n',
  ...sections,
].join('\n');

if (process.argv.includes('--update')) writeFileSync(report, text);
else {
  const expected = existsSync(report) ? readFileSync(report, 'utf8') : '';
  if (text !== expected) {
    const [now, then] = [text, expected].map((whole) => new Set(whole.split('\n')));
    const changes = [
      ...[...then].filter((line) => !now.has(line)).map((line) => `  - ${line}`),
      ...[...now].filter((line) => !then.has(line)).map((line) => `  + ${line}`),
    ];
    problems.push(
      `docs/public-surface.md is not what is built. If users should see this, run "node scripts/checkSurface.mjs --update" ` +
        `and commit it:\n${changes.slice(0, 60).join('\n')}`,
    );
  }
}

for (const problem of problems) console.error(`surface: ${problem}`);
if (problems.length === 0) console.log(`surface: ${count} names, all of them imported`);
process.exitCode = problems.length === 0 ? 0 : 1;
