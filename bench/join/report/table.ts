import type { From } from '../measureJoin.ts';
import { median, quantile } from '../statistics.ts';
import { limitOf, type Times } from '../summarise.ts';

/** Joins of one kind. */
export interface Series {
  readonly from: From;
  readonly rtt: number;
  readonly times: readonly Times[];
}

/** What is held against the limit. */
const JUDGED = ['seen', 'seenByOthers'] as const;

/** Whether both medians are within the limit. */
export function isWithinLimit({ from, rtt, times }: Series): boolean {
  return JUDGED.every((name) => median(times.map((one) => one[name])) <= limitOf(from, rtt));
}

const COLUMNS = ['from', 'RTT', 'limit', 'joiner sees', 'p90', 'others see', 'p90', 'joined', 'first audio', ''];

/** Medians in milliseconds after the click, a line for each kind of join. */
export function renderTable(all: readonly Series[]): string {
  const rows = all.map((series) => {
    const of = (name: keyof Times, share = 0.5) =>
      quantile(
        series.times.map((one) => one[name]),
        share,
      ).toFixed(0);
    return [
      series.from,
      `${series.rtt}`,
      `${limitOf(series.from, series.rtt)}`,
      ...JUDGED.flatMap((name) => [of(name), of(name, 0.9)]),
      of('joined'),
      of('firstAudio'),
      isWithinLimit(series) ? 'ok' : 'over the limit',
    ];
  });
  const widths = COLUMNS.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ');
  return [line(COLUMNS), ...rows.map(line)].join('\n');
}
