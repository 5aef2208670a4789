// npm run bench:render: what an event costs in a room of a thousand, beside @livekit/components-react, in one run.
import { chromium } from 'playwright';
import { chromiumPath } from '../../test/support/chromium.ts';
import { installPeer } from './installPeer.ts';
import { Subject } from './measure.ts';
import type { BenchLayout, EventName } from './page/Bench.ts';
import { servePages } from './servePages.ts';
import { type Line, renderLines } from './table.ts';

const EVENTS: readonly EventName[] = ['speaker', 'joinOrLeave', 'level', 'mute'];
const PEOPLE = 1_000;
/** How often each event happens: enough for a steady mean, on the side that takes long as well. */
const ROUNDS = { parlour: { before: 600, count: 200 }, livekit: { before: 6, count: 8 } };
/** Levels come in crowds, and take less than the clock's steps. */
const IN_A_FRAME = { level: 20, speaker: 1, joinOrLeave: 1, mute: 1 };

type Name = keyof typeof ROUNDS;
type Costs = Record<EventName, number> & { mount: number; memory: number; tiles: number };

installPeer();
const pages = await servePages();
const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--disable-gpu'] });
try {
  const all = {
    ours: await costs('parlour', PEOPLE, 'everybody'),
    theirs: await costs('livekit', PEOPLE, 'everybody'),
  };
  const few = await costs('parlour', 10, 'everybody');
  const paged = { ours: await costs('parlour', PEOPLE, 'default'), theirs: await costs('livekit', PEOPLE, 'default') };
  const counts = await renderCounts();
  const frames = await framesUnderLoad();
  const ratio = (name: EventName | 'mount', { ours, theirs }: typeof all, limit?: number): Line => ({
    name: `${name}, ${ours.tiles.toLocaleString('en')} tiles beside ${theirs.tiles.toLocaleString('en')}`,
    ours: ours[name],
    theirs: theirs[name],
    unit: 'ms',
    ...(limit !== undefined && { limit: theirs[name] / limit, wanted: `≤ 1/${limit.toLocaleString('en')} of theirs` }),
  });
  const lines: Line[] = [
    ratio('speaker', all, 500),
    ratio('joinOrLeave', all, 300),
    ratio('level', all, 5_000),
    ratio('mute', all),
    ratio('mount', all, 3),
    ...EVENTS.map(
      (name): Line => ({
        name: `${name}, ${PEOPLE.toLocaleString('en')} people beside 10`,
        ours: all.ours[name],
        theirs: few[name],
        // What is below the clock's own steps counts as nothing.
        limit: Math.max(2 * few[name], 0.02),
        unit: 'ms',
        wanted: '≤ 2 × the cost with 10',
      }),
    ),
    ...([...EVENTS, 'mount'] as const).map((name) => ratio(name, paged)),
    {
      name: 'kept per participant with a tile',
      ours: all.ours.memory,
      theirs: all.theirs.memory,
      limit: 10,
      unit: 'kB',
      wanted: '≤ 10 kB',
    },
    { name: 'components rendered for a speaker', ours: counts.speaker, limit: 4, unit: '', wanted: '≤ 4' },
    { name: 'components rendered for a mute', ours: counts.mute, limit: 3, unit: '', wanted: '≤ 3' },
    { name: 'commits for an audio level', ours: counts.level, limit: 0, unit: '', wanted: '0' },
    { name: 'frames a second at 1,000 events a second', ours: -frames, limit: -58, unit: 'fps', wanted: '≥ 58' },
  ];
  console.log(renderLines(lines));
  process.exitCode = lines.every(({ ours, limit }) => limit === undefined || ours <= limit) ? 0 : 1;
} finally {
  await browser.close();
  await pages.close();
}

/** Says what is being measured, as it takes minutes. */
function tell(what: string): void {
  process.stderr.write(`${what}\n`);
}

async function costs(side: Name, people: number, layout: BenchLayout): Promise<Costs> {
  tell(`${side}, ${people} people, ${layout}`);
  const subject = await Subject.open(browser, pages.urlOf(side));
  const empty = await subject.memory();
  await subject.prepare(people);
  const mount = await subject.mountCost(layout);
  const memory = (await subject.memory()) - empty;
  const result = { mount, memory: memory / people / 1000, tiles: await subject.tiles() } as Costs;
  for (const event of EVENTS) {
    const perFrame = IN_A_FRAME[event];
    const { before, count } = ROUNDS[side];
    // As many frames for what happens several times in one, unless each takes longer than a frame.
    const times = side === 'parlour' ? perFrame : 1;
    result[event] = await subject.eventCost(event, { before, count: (count * times) / (times > 1 ? 4 : 1), perFrame });
  }
  await subject.close();
  return result;
}

async function renderCounts() {
  tell('renders');
  const subject = await Subject.open(browser, pages.urlOf('parlour'));
  await subject.prepare(PEOPLE);
  await subject.mount('everybody');
  // The first of a kind may be a change from nobody: the second is a change as they mostly are.
  const second = async (event: EventName) => {
    await subject.count(event);
    const counted = await subject.count(event);
    tell(`  ${event}: ${counted.commits} commits, ${counted.rendered.join(', ') || 'nothing'}`);
    return counted;
  };
  const speaker = (await second('speaker')).rendered.length;
  const mute = (await second('mute')).rendered.length;
  const level = (await second('level')).commits;
  await subject.close();
  return { speaker, mute, level };
}

async function framesUnderLoad(): Promise<number> {
  tell('frames');
  const subject = await Subject.open(browser, pages.urlOf('parlour'));
  await subject.prepare(PEOPLE);
  await subject.mount('default');
  const result = await subject.frames(1_000);
  await subject.close();
  return result;
}
