import { quantile } from '../join/statistics.ts';
import type { Census } from './census.ts';
import type { Outcome } from './clients/protocol.ts';
import type { Used } from './ServerUnderTest.ts';

/** One thing that was done, what it took and what the server used for it. */
export interface Phase {
  readonly name: string;
  readonly outcome: Outcome;
  readonly before: Used;
  readonly after: Used;
  /** Bytes of JavaScript in use afterwards. */
  readonly heap: number;
}

const COLUMNS = [
  '',
  'joins/s',
  'reply p50',
  'p99 ms',
  'attached p99',
  'answer kB',
  'server CPU ms/join',
  'workers CPU ms/join',
  'server heap MB',
  'RSS MB',
  'workers MB',
];

/** How fast people came in, a line for each phase of joins. */
export function renderJoins(phases: readonly Phase[]): string {
  return renderTable([
    COLUMNS,
    ...phases.map(({ name, outcome, before, after, heap }) => {
      const { joins, wallMs } = outcome;
      const answered = joins.map((join) => join.answered);
      return [
        name,
        (joins.length / (wallMs / 1000)).toFixed(0),
        quantile(answered, 0.5).toFixed(0),
        quantile(answered, 0.99).toFixed(0),
        quantile(
          joins.map((join) => join.attached),
          0.99,
        ).toFixed(0),
        (Math.max(...joins.map((join) => join.bytes)) / 1000).toFixed(1),
        (((after.server - before.server) * 1000) / joins.length).toFixed(1),
        (((after.workers - before.workers) * 1000) / joins.length).toFixed(1),
        megabytes(heap),
        megabytes(after.rss),
        megabytes(after.workersRss),
      ];
    }),
  ]);
}

/** What one person's change costs who tells it to all others. */
export function renderUpdates({ name, outcome, before, after }: Phase): string {
  const { updates, bytes } = outcome;
  const cpu = ((after.server - before.server) * 1000) / updates.length;
  return (
    `${name}: the last one has heard after ${quantile(updates, 0.5).toFixed(0)} ms (p50), ` +
    `${quantile(updates, 0.99).toFixed(0)} ms (p99); server CPU ${cpu.toFixed(1)} ms, ` +
    `${(bytes / updates.length / 1000).toFixed(0)} kB for each change`
  );
}

/** What may be more afterwards, and why. */
const TOLERANCE: Record<keyof Census, number> = {
  rooms: 0,
  routers: 0,
  transports: 0,
  producers: 0,
  consumers: 0,
  // A connection of the bench itself, or of its keep-alive pool, may be open in one census and not in the other.
  sockets: 2,
  // Those of such a connection, of the log and of the database.
  timers: 5,
  listeners: 20,
  // Compiled code, and whatever else is made when something is first met. Two hundred bytes of each join would show.
  heap: 2_000_000,
  external: 2_000_000,
};

/** @returns Whether everything is as it was. */
export function renderCensus(before: Census, after: Census): { table: string; same: boolean } {
  const names = Object.keys(TOLERANCE) as (keyof Census)[];
  const isSame = (name: keyof Census) => after[name] - before[name] <= TOLERANCE[name];
  const show = (name: keyof Census, value: number) =>
    name === 'heap' || name === 'external' ? `${megabytes(value)} MB` : `${value}`;
  const rows = names.map((name) => [
    name,
    show(name, before[name]),
    show(name, after[name]),
    show(name, TOLERANCE[name]),
    isSame(name) ? 'ok' : 'LEFT BEHIND',
  ]);
  return { table: renderTable([['', 'before', 'after', 'may be more by', ''], ...rows]), same: names.every(isSame) };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function renderTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
