import type { CallRecord } from './recordCall.ts';

/** A pause of this length is a gap; shorter ones come with any picture of a busy machine. */
const GAP_MS = 1_000;
/** How long media has to have gone on for it to have recovered. */
const STEADY_MS = 1_500;

/** How it went with one fault. */
export interface Measured {
  /** From the end of the fault, or from its beginning where it is over at once, until all goes on as before. */
  readonly recoveryMs: number;
  /** The longest time without sound of the other one, at either side. */
  readonly audioGapMs: number;
  readonly videoGapMs: number;
}

/** When each series went on for good, or null as long as one has not. */
export function recoveredAt(record: CallRecord, series: readonly string[], since: number, now: number): number | null {
  const times = series.map((name) => wentOnAt(record.progress[name] ?? [], since, now));
  return times.every((time) => time !== null) ? Math.max(since, ...times) : null;
}

function wentOnAt(progress: readonly number[], since: number, now: number): number | null {
  const last = progress.at(-1);
  if (last === undefined || now - last > GAP_MS) return null;
  let start = last;
  for (const time of progress.toReversed()) {
    if (start - time > GAP_MS) break;
    start = time;
  }
  if (now - Math.max(start, since) < STEADY_MS) return null;
  return start;
}

/** The longest pause of a series from shortly before a moment until another. */
export function longestGap(progress: readonly number[], from: number, to: number): number {
  const before = progress.findLast((time) => time <= from) ?? from;
  const times = [before, ...progress.filter((time) => time > from && time <= to)];
  return Math.max(0, ...times.slice(1).map((time, index) => time - (times[index] ?? time)));
}
