import { Counter, collectDefaultMetrics, Gauge, Histogram, register as ofTheProcess, Registry } from 'prom-client';

/** How long a value may take to be read before it is left out: nobody who looks waits for a database that hangs. */
const READ_WITHIN_MS = 2_000;

/** One value of a metric that has labels. */
export interface LabelledValue<Label extends string> {
  labels: Record<Label, string>;
  value: number;
}

/** What is read when somebody looks. */
type Read<Value> = () => Value | Promise<Value>;

/**
 * What `/metrics` shows. Any part of the server adds its own: gauges and totals that are read when somebody looks,
 * counters and histograms that are written as things happen. Names follow Prometheus (`parlour_…`, the unit as a suffix,
 * `_total` for what only grows); labels have few values, and never an id.
 */
export class Metrics {
  readonly #registry = new Registry();

  /** What the text is, for the header of the answer. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** A value that goes up and down. One that cannot be read just now is left out. */
  gauge(name: string, help: string, read: Read<number>): void {
    this.gauges(name, help, [], async () => [{ labels: {}, value: await read() }]);
  }

  /** Values that go up and down, told apart by labels. */
  gauges<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: Read<LabelledValue<Label>[]>,
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
      collect: async () => {
        gauge.reset();
        const values = await inTime(read);
        // Without labels it begins with 0, which nobody has read.
        if (values.length === 0 && labelNames.length === 0) gauge.remove();
        for (const { labels, value } of values) gauge.set(labels, value);
      },
    });
  }

  /** Totals that somebody else counts, told apart by labels. */
  totals<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: Read<LabelledValue<Label>[]>,
  ): void {
    const counter: Counter<Label> = new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
      collect: async () => {
        counter.reset();
        for (const { labels, value } of await inTime(read)) counter.inc(labels, value);
      },
    });
  }

  /** A total that is counted here. */
  counter<Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Counter<Label> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.#registry] });
  }

  /** How a value is spread, in buckets by their upper bounds. */
  histogram<Label extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labelNames: readonly Label[] = [],
  ): Histogram<Label> {
    return new Histogram({
      name,
      help,
      buckets: [...buckets],
      labelNames: [...labelNames],
      registers: [this.#registry],
    });
  }

  /** Adds those of the process that every Node service shows: processor, memory, garbage, event loop lag. */
  addProcess(): void {
    // They watch the process, and so does prom-client's own registry: once, however many servers run in it.
    if (ofTheProcess.getMetricsAsArray().length === 0) collectDefaultMetrics();
    for (const { name } of ofTheProcess.getMetricsAsArray()) {
      const metric = ofTheProcess.getSingleMetric(name);
      if (metric) this.#registry.registerMetric(metric);
    }
  }

  /** What gauges and counters show now, by their names. */
  async read(): Promise<Map<string, readonly { labels: Readonly<Record<string, unknown>>; value: number }[]>> {
    const metrics = await this.#registry.getMetricsAsJSON();
    return new Map(metrics.map(({ name, values }) => [name, values]));
  }

  /** The text format of Prometheus. */
  render(): Promise<string> {
    return this.#registry.metrics();
  }
}

/** What was read, or nothing where it fails or takes too long: the others are shown all the same. */
async function inTime<Value>(read: Read<Value[]>): Promise<Value[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value[]>((resolve) => {
    timer = setTimeout(() => resolve([]), READ_WITHIN_MS);
  });
  try {
    return await Promise.race([read(), late]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}
