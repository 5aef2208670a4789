// npm run bench:render: what an event costs in a room of a thousand, beside @livekit/components-react, in one run.
import { chromium } from 'playwright';
import { chromiumPath } from '../../test/support/chromium.ts';
import { installPeer } from './installPeer.ts';
import { Subject } from './measure.ts';
import type { EventName } from './page/Bench.ts';
import { servePages } from './servePages.ts';
import { type Line, renderLines } from './table.ts';

const EVENTS: readonly EventName[] = ['speaker', 'joinOrLeave', 'level', 'mute'];
/** Both sides have these. */
const COMPARED: readonly EventName[] = ['speaker', 'joinOrLeave', 'level'];
const PEOPLE = 1_000;
/** Enough for a steady mean, on the side that takes long as well. */
const ROUNDS = { ours: 40, theirs: 6 };

type Costs = Record<EventName, number> & { mount: number; memory: number };

installPeer();
const pages = await servePages();
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: ['--disable-gpu', '--js-flags=--expose-gc'],
});
try {
  const ours = await costs('index.html', PEOPLE, ROUNDS.ours);
  const theirs = await costs('livekit.html', PEOPLE, ROUNDS.theirs);
  const few = await costs('index.html', 10, ROUNDS.ours);
  const paged = {
    ours: await costs('index.html', PEOPLE, ROUNDS.ours, 'default'),
    theirs: await costs('livekit.html', PEOPLE, ROUNDS.theirs, 'default'),
  };
  const counts = await renderCounts();
  const frames = await framesUnderLoad();
  const ratio = (name: keyof Costs, limit: number): Line => ({
    name: `${name}, everybody on one page`,
    ours: ours[name],
    theirs: theirs[name],
    limit: theirs[name] / limit,
    unit: 'ms',
    wanted: `≤ 1/${limit.toLocaleString('en')} of theirs`,
  });
  const lines: Line[] = [
    ratio('speaker', 500),
    ratio('joinOrLeave', 300),
    ratio('level', 5_000),
    { ...ratio('mount', 3), name: 'mount of 1,000 tiles' },
    ...EVENTS.map(
      (name): Line => ({
        name: `${name}, 1,000 beside 10`,
        ours: ours[name],
        theirs: few[name],
        // What is below the clock's own steps counts as nothing.
        limit: Math.max(2 * few[name], 0.02),
        unit: 'ms',
        wanted: '≤ 2 × the cost with 10',
      }),
    ),
    ...COMPARED.map(
      (name): Line => ({
        name: `${name}, default grid`,
        ours: paged.ours[name],
        theirs: paged.theirs[name],
        unit: 'ms',
      }),
    ),
    {
      name: 'kept per participant with a tile',
      ours: ours.memory,
      theirs: theirs.memory,
      limit: 10,
      unit: 'kB',
      wanted: '≤ 10 kB',
    },
    { name: 'components rendered for a speaker', ours: counts.speaker.rendered, limit: 4, unit: '', wanted: '≤ 4' },
    { name: 'components rendered for a mute', ours: counts.mute.rendered, limit: 3, unit: '', wanted: '≤ 3' },
    { name: 'commits for an audio level', ours: counts.level.commits, limit: 0, unit: '', wanted: '0' },
    { name: 'frames a second at 1,000 events a second', ours: -frames, limit: -58, unit: 'fps', wanted: '≥ 58' },
  ];
  console.log(renderLines(lines));
  process.exitCode = lines.every(({ ours: value, limit }) => limit === undefined || value <= limit) ? 0 : 1;
} finally {
  await browser.close();
  await pages.close();
}

/** Says what is being measured, as it takes minutes. */
function tell(what: string): void {
  process.stderr.write(`${what}\n`);
}

async function costs(page: string, people: number, rounds: number, layout: 'everybody' | 'default' = 'everybody') {
  tell(`${page}, ${people} people, ${layout}`);
  const subject = await Subject.open(browser, `${pages.url}${page}`);
  const empty = await subject.memory();
  await subject.prepare(people);
  const mount = await subject.mountCost(layout);
  const memory = (await subject.memory()) - empty;
  const result = { mount, memory: memory / people / 1000 } as Costs;
  for (const event of EVENTS) result[event] = await subject.eventCost(event, rounds);
  await subject.close();
  return result;
}

async function renderCounts() {
  const subject = await Subject.open(browser, `${pages.url}index.html`);
  await subject.prepare(PEOPLE);
  await subject.mount('default');
  await subject.count('speaker');
  const result = {
    speaker: await subject.count('speaker'),
    mute: await subject.count('mute'),
    level: await subject.count('level'),
  };
  await subject.close();
  return result;
}

async function framesUnderLoad(): Promise<number> {
  const subject = await Subject.open(browser, `${pages.url}index.html`);
  await subject.prepare(PEOPLE);
  await subject.mount('default');
  const result = await subject.frames(1_000);
  await subject.close();
  return result;
}
