// Measures what an application downloads (minified, gzip, React external) against the budget. Needs dist/ (npm run build).
//
//   node scripts/checkSize.mjs [--why]    --why: the twenty largest files of each line
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './size/bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = (name) => path.join(root, 'dist', name);
const from = (name, names) => `export ${names} from ${JSON.stringify(dist(name))};`;
const KILOBYTE = 1000;

if (!existsSync(dist('index.js'))) {
  console.error('size: there is no dist/ to measure. Run: npm run build');
  process.exit(1);
}

/** They come with the words of the components, which hooks by themselves do not need. */
const WORDS = ['useLocale', 'useMessages'];
const hooks = Object.keys(await import(dist('index.js'))).filter(
  (name) => /^use[A-Z]/.test(name) && !WORDS.includes(name),
);
/**
 * What is fetched when a room connects, up to the first picture of somebody else. Menus, dialogs and panels are fetched when
 * they are opened; notifications, announcements, the sign of recording, keyboard shortcuts and what looks after a running room
 * (`engine/watching`) once the page has time after that.
 */
const connecting = ['dist/lean/mediasoup-client.js', 'dist/signalling/protooSignalling.js', 'dist/engine/joining.js'];
const prebuilt = from('index.js', '{ VideoRoom, PreJoin }');

/** In kilobytes. The goal is what we want; what is above it must not grow beyond the limit, which goes down with what is measured, and up for a feature only. */
const budget = [
  {
    name: 'Hooks and engine, with mediasoup-client and protoo-client',
    goal: 64,
    limit: 76,
    code: `${from('index.js', `{ RoomProvider, ${hooks.join(', ')} }`)} ${from('engine/index.js', '*')}`,
    lazily: connecting,
  },
  {
    name: 'VideoRoom and PreJoin, with all that shows a running room',
    goal: 95,
    limit: 103,
    code: prebuilt,
    lazily: [...connecting, 'dist/prebuilt/RoomView.js'],
  },
  { name: 'VideoRoom and PreJoin, before the join', goal: 45, limit: 41, code: prebuilt },
  { name: 'Style sheet', goal: 6, limit: 6, code: `import ${JSON.stringify(dist('styles.css'))};` },
];

const rows = [];
for (const { name, goal, limit, code, lazily } of budget) {
  const { bytes, files, parts } = await bundle(code, lazily);
  const measured = bytes / KILOBYTE;
  const verdict = measured > limit ? `over the limit of ${limit}` : measured > goal ? `limit ${limit}` : 'ok';
  rows.push({ name, measured, goal, verdict, files, parts, ok: measured <= limit });
}

const width = Math.max(...rows.map(({ name }) => name.length));
for (const { name, measured, goal, verdict, files } of rows) {
  console.log(
    `${name.padEnd(width)}  ${measured.toFixed(1).padStart(5)} kB  goal ${goal}  ${verdict}, files: ${files}`,
  );
}
if (process.argv.includes('--why')) {
  for (const { name, parts } of rows) {
    console.log(`\n${name}, bytes before compression and minification:`);
    for (const [input, bytes] of parts.slice(0, 20)) {
      console.log(`${String(bytes).padStart(8)}  ${path.relative(root, input)}`);
    }
  }
}
const over = rows.filter(({ ok }) => !ok);
if (over.length > 0) {
  console.error(
    `size: ${over.map(({ name }) => name).join('; ')}: over the limit. See what takes the room with ` +
      '"node scripts/checkSize.mjs --why", and load with import() what is not needed at first.',
  );
  process.exitCode = 1;
}
