interface Gauge {
  name: string;
  help: string;
  read: () => number;
}

/** What `/metrics` shows. Any part of the server adds its gauges; they are read when somebody looks. */
export class Metrics {
  readonly #gauges = new Map<string, Gauge>();

  /** Adds a gauge. `name` follows Prometheus: `parlour_rooms`, units as a suffix. */
  gauge(name: string, help: string, read: () => number): void {
    if (this.#gauges.has(name)) throw new Error(`The gauge ${name} is there already: give each a name of its own.`);
    this.#gauges.set(name, { name, help, read });
  }

  /** The text format of Prometheus, version 0.0.4. */
  render(): string {
    return [...this.#gauges.values()]
      .map(({ name, help, read }) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${read()}\n`)
      .join('');
  }
}
