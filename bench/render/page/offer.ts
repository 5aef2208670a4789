import { createRoot } from 'react-dom/client';
import { countRenders } from '../../../test/support/dom/countRenders.ts';
import type { BenchWindow, EventName, Side } from './Bench.ts';

/** Of ten events in a call: levels mostly, now and then a speaker or a microphone. */
const MIX: readonly EventName[] = [
  'level',
  'level',
  'level',
  'mute',
  'level',
  'level',
  'level',
  'speaker',
  'level',
  'level',
];
/** Frames in which nothing came or went: whatever a mount has brought about is done. */
const QUIET = 10;

/**
 * Does something in a task of its own. What is called by a task the browser counts as script; what goes on in an `async`
 * function after an `await` it does not.
 */
const inTask = (work: () => unknown): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(() => {
      work();
      resolve();
    }, 0),
  );

/** The end of what an event brings about: everything that waits for a promise, for the next frame, or for what follows it. */
const nextFrame = (work: () => unknown = () => {}): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => inTask(work).then(resolve)));

const elements = () => document.getElementsByTagName('*').length;

async function quiet(): Promise<void> {
  for (let before = -1, frames = 0; frames < QUIET; frames += 1) {
    await nextFrame();
    const now = elements();
    if (now !== before) frames = 0;
    before = now;
  }
}

/** Offers a side to the one that measures. */
export function offer({ prepare, element, events }: Side): void {
  const bench: BenchWindow['bench'] = {
    async prepare(count) {
      await prepare(count);
      await quiet();
    },
    async mount(layout) {
      createRoot(document.getElementById('root') as HTMLElement).render(element(layout));
      await quiet();
    },
    async run(event, { first, count, perFrame }) {
      for (let n = first; n < first + count; n += 1) {
        const happen = () => event && events[event](n);
        await ((n - first) % perFrame === 0 ? nextFrame(happen) : inTask(happen));
      }
      await nextFrame();
    },
    count: (event, n) =>
      countRenders(async () => {
        events[event](n);
        await nextFrame();
      }),
    async frames(eventsPerSecond, seconds) {
      let happened = 0;
      let frames = 0;
      document.documentElement.dataset.painted = '';
      await quiet();
      const start = performance.now();
      while (performance.now() - start < seconds * 1000) {
        const due = ((performance.now() - start) / 1000) * eventsPerSecond;
        for (; happened < due; happened += 1) events[MIX[happened % MIX.length] as EventName](happened);
        await new Promise(requestAnimationFrame);
        frames += 1;
      }
      return frames / ((performance.now() - start) / 1000);
    },
    tiles: () => document.querySelectorAll('.parlour-tile, .lk-participant-tile').length,
  };
  Object.assign(globalThis, { bench });
}
