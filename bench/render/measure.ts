import type { Browser, CDPSession, Page } from 'playwright';
import type { BenchLayout, BenchWindow, EventName } from './page/Bench.ts';

declare const window: BenchWindow;

/** How often an event happens: even numbers, so that whoever joins leaves again. */
export interface Rounds {
  readonly before: number;
  readonly count: number;
  readonly perFrame: number;
}

/** A page with a room in it, and the browser's own account of what it costs. */
export class Subject {
  readonly #page: Page;
  readonly #cdp: CDPSession;
  /** No two events are the same one. */
  #next = 0;

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async open(browser: Browser, url: string): Promise<Subject> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in globalThis);
    const cdp = await page.context().newCDPSession(page);
    // The time that the processor spent, whatever else the machine was doing.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('HeapProfiler.enable');
    return new Subject(page, cdp);
  }

  prepare(count: number): Promise<void> {
    return this.#page.evaluate((n) => window.bench.prepare(n), count);
  }

  mount(layout: BenchLayout): Promise<void> {
    return this.#page.evaluate((how) => window.bench.mount(how), layout);
  }

  /** Milliseconds of script that mounting takes, with all that follows from it. */
  mountCost(layout: BenchLayout): Promise<number> {
    return this.#script(() => this.mount(layout));
  }

  /** How many tiles are mounted. */
  tiles(): Promise<number> {
    return this.#page.evaluate(() => window.bench.tiles());
  }

  /**
   * Milliseconds of script for each event: what that many take, less what as many frames without events do. Before that
   * they happen a while, so that the code is compiled as it is in a call that has gone on for a minute.
   *
   * @param perFrame - How many happen in each frame: several for what takes less than the clock's steps.
   */
  async eventCost(event: EventName, { count, perFrame, before }: Rounds): Promise<number> {
    await this.#run(event, { count: before, perFrame: 10 });
    const idle = await this.#script(() => this.#run(null, { count, perFrame }));
    const busy = await this.#script(() => this.#run(event, { count, perFrame }));
    return Math.max(0, busy - idle) / count;
  }

  count(event: EventName): Promise<{ commits: number; rendered: string[] }> {
    this.#next += 1;
    return this.#page.evaluate(([name, n]) => window.bench.count(name, n), [event, this.#next] as const);
  }

  frames(eventsPerSecond: number): Promise<number> {
    return this.#page.evaluate((rate) => window.bench.frames(rate, 5), eventsPerSecond);
  }

  /** Bytes in use once nothing is left that can be thrown away. */
  async memory(): Promise<number> {
    for (let round = 0; round < 3; round += 1) await this.#cdp.send('HeapProfiler.collectGarbage');
    return (await this.#cdp.send('Runtime.getHeapUsage')).usedSize;
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  async #run(event: EventName | null, { count, perFrame }: Omit<Rounds, 'before'>): Promise<void> {
    const first = this.#next;
    this.#next += count;
    await this.#page.evaluate(([name, of]) => window.bench.run(name, of), [event, { first, count, perFrame }] as const);
  }

  async #script(during: () => Promise<void>): Promise<number> {
    const before = await this.#scriptDuration();
    await during();
    return (await this.#scriptDuration()) - before;
  }

  async #scriptDuration(): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  }
}
