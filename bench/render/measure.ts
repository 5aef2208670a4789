import type { Browser, CDPSession, Page } from 'playwright';
import type { BenchWindow, EventName } from './page/Bench.ts';

declare const window: BenchWindow;

/** A page with a room in it, and the browser's own account of what it costs. */
export class Subject {
  readonly #page: Page;
  readonly #cdp: CDPSession;

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

  mount(layout: 'everybody' | 'default'): Promise<void> {
    return this.#page.evaluate((how) => window.bench.mount(how), layout);
  }

  /** Milliseconds of script that mounting takes. */
  async mountCost(layout: 'everybody' | 'default'): Promise<number> {
    const before = await this.#script();
    await this.mount(layout);
    return (await this.#script()) - before;
  }

  /** Milliseconds of script for each event: what that many take, less what as many frames without events do. */
  async eventCost(event: EventName, count: number): Promise<number> {
    await this.#run(event, Math.ceil(count / 5));
    const idle = await this.#cost(null, count);
    return Math.max(0, (await this.#cost(event, count)) - idle) / count;
  }

  count(event: EventName): Promise<{ commits: number; rendered: number }> {
    return this.#page.evaluate((name) => window.count(name, 1_000), event);
  }

  frames(eventsPerSecond: number): Promise<number> {
    return this.#page.evaluate((rate) => window.frames(rate, 3), eventsPerSecond);
  }

  /** Bytes in use once nothing is left that can be thrown away. */
  async memory(): Promise<number> {
    for (let round = 0; round < 3; round += 1) await this.#cdp.send('HeapProfiler.collectGarbage');
    return (await this.#cdp.send('Runtime.getHeapUsage')).usedSize;
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  #run(event: EventName | null, count: number): Promise<void> {
    return this.#page.evaluate(([name, n]) => window.run(name, n), [event, count] as const);
  }

  async #cost(event: EventName | null, count: number): Promise<number> {
    const before = await this.#script();
    await this.#run(event, count);
    return (await this.#script()) - before;
  }

  async #script(): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  }
}
