// npm test: everything that is checked, in order, up to the first failure.
//
//   node scripts/test.mjs [step…]    only the named steps; the last line counts the tests of what ran
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlaywrightReport, readVitestReport } from './test/readReport.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, '.tmp/reports');
const reportOf = (name) => path.join(reports, `${name}.json`);

const vitest = (name, projects, ...options) => ({
  name,
  command: [
    'vitest run --reporter=default --reporter=json',
    `--outputFile.json=.tmp/reports/${name}.json`,
    ...projects.map((project) => `--project ${project}`),
    ...options,
  ].join(' '),
  readReport: () => readVitestReport(reportOf(name)),
});

/** Files of tests side by side on all cores; left to itself, Vitest leaves one of them idle. */
const ON_ALL_CORES = '--maxWorkers=100%';

const steps = [
  { name: 'setup', command: 'node scripts/setup.mjs' },
  { name: 'lock', command: 'node scripts/lock-complete.mjs --check' },
  { name: 'typecheck', command: 'tsc --noEmit && tsc --noEmit -p server' },
  { name: 'lint', command: 'biome check .' },
  { name: 'unused', command: 'knip' },
  vitest('unit', ['unit', 'dom'], ON_ALL_CORES),
  vitest('server', ['server'], ON_ALL_CORES),
  vitest('stories', ['stories', 'stories-dark', 'stories-rtl']),
  { name: 'build', command: 'node scripts/build.mjs' },
  { name: 'surface', command: 'node scripts/checkSurface.mjs' },
  { name: 'size', command: 'node scripts/checkSize.mjs' },
  { name: 'package', command: 'node scripts/checkPackage.mjs' },
  { name: 'next', command: 'node scripts/buildNextExample.mjs' },
  {
    name: 'e2e',
    command: 'playwright test',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e') },
    readReport: () => readPlaywrightReport(reportOf('e2e')),
  },
];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `test: there is no step called ${unknown.join(', ')}. The steps: ${steps.map((s) => s.name).join(', ')}.`,
  );
  process.exit(2);
}

// Whatever Node started this: the tools run on the project's own.
const PATH = [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter);

/** Runs a command line with its output passed through; being interrupted interrupts it too. */
async function run({ command, env }) {
  const child = spawn(command, { cwd: root, shell: true, stdio: 'inherit', env: { ...process.env, ...env, PATH } });
  const forward = (signal) => child.kill(signal);
  process.on('SIGTERM', forward).on('SIGINT', forward);
  const [code] = await once(child, 'close');
  process.off('SIGTERM', forward).off('SIGINT', forward);
  return code === 0;
}

/** The counts of a step. A step that fails without a failed test counts as one failure: it must not look like none. */
function countsOf(step, succeeded) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = step.readReport?.() ?? counts;
  } catch (error) {
    console.error(`${step.name}: its report cannot be read (${error.message}).`);
    return { ...counts, failed: 1 };
  }
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function print(results, notRun) {
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  const rows = [
    ['step', 'result', 'passed', 'failed', 'time'],
    ...results.map((r) => [
      r.name,
      r.ok ? 'ok' : 'FAILED',
      ...(r.hasTests ? [r.passed, r.failed] : ['', '']),
      seconds(r.ms),
    ]),
    ...notRun.map((step) => [step.name, 'not run', '', '', '']),
  ].map((row) => row.map(String));
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  console.log(`\n${rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')}\n`);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const wanted = names.length > 0 ? steps.filter((step) => names.includes(step.name)) : steps;
const results = [];
for (const step of wanted) {
  console.log(`\n=== ${step.name}`);
  const startedAt = Date.now();
  const succeeded = await run(step);
  const counts = countsOf(step, succeeded);
  const ms = Date.now() - startedAt;
  if (counts.skipped > 0)
    console.error(`${step.name}: ${counts.skipped} skipped. A test that does not run proves nothing.`);
  const ok = succeeded && counts.failed === 0 && counts.skipped === 0;
  results.push({ name: step.name, ok, hasTests: step.readReport !== undefined, ...counts, ms });
  console.log(`=== ${step.name}: ${ok ? 'ok' : 'FAILED'} in ${(ms / 1000).toFixed(1)} s`);
  if (!ok) break;
}

const failed = results.find((result) => !result.ok);
print(results, wanted.slice(results.length));
if (failed !== undefined) console.log(`npm test failed at the step "${failed.name}".`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = failed === undefined ? 0 : 1;
