import { countRenders } from '../../../test/support/dom/countRenders.ts';
import { type Bench, type BenchWindow, type EventName, nextFrame } from './Bench.ts';

/** Offers a side to the one that measures. */
export function offer(bench: Bench): void {
  const api: BenchWindow = {
    bench,
    async run(event, count) {
      for (let n = 0; n < count; n += 1) {
        if (event) await bench.events[event](n);
        await nextFrame();
      }
    },
    async count(event, n) {
      const { commits, rendered } = await countRenders(async () => {
        await bench.events[event](n);
        await nextFrame();
      });
      return { commits, rendered: rendered.length };
    },
    async frames(eventsPerSecond, seconds) {
      const kinds: EventName[] = [
        'level',
        'level',
        'level',
        'level',
        'level',
        'level',
        'mute',
        'speaker',
        'level',
        'level',
      ];
      let happened = 0;
      let frames = 0;
      document.documentElement.dataset.painted = '';
      await nextFrame();
      const start = performance.now();
      while (performance.now() - start < seconds * 1000) {
        const due = ((performance.now() - start) / 1000) * eventsPerSecond;
        for (; happened < due; happened += 1) void bench.events[kinds[happened % kinds.length] as EventName](happened);
        await new Promise(requestAnimationFrame);
        frames += 1;
      }
      return frames / ((performance.now() - start) / 1000);
    },
  };
  Object.assign(globalThis, api);
}
