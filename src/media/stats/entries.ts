/**
 * One entry of the browser's statistics. Nothing of it can be relied on: browsers differ in what they tell, and
 * some write text where the standard has numbers.
 */
export type StatsEntry = Readonly<Record<string, unknown>>;

/** The entries of a report. Whatever is none is left out. */
export function entriesOf(report: Iterable<unknown>): StatsEntry[] {
  const entries: StatsEntry[] = [];
  for (const pair of report) {
    const entry: unknown = Array.isArray(pair) ? pair[1] : null;
    if (typeof entry === 'object' && entry !== null) entries.push(entry as StatsEntry);
  }
  return entries;
}

/** A finite number; null where it is missing. */
export function numberOf(entry: StatsEntry | undefined, name: string): number | null {
  const value = entry?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A text that is not empty; null where it is missing. */
export function textOf(entry: StatsEntry | undefined, name: string): string | null {
  const value = entry?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
