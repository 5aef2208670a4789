import { parseArgs } from 'node:util';
import type { From } from './measureJoin.ts';

/** What to measure. */
export interface Options {
  /** Joins for each round trip time. */
  readonly runs: number;
  /** Round trip times, in milliseconds. */
  readonly rtts: readonly number[];
  /** What the click finds. */
  readonly from: readonly From[];
  /** Of which join the steps are shown. */
  readonly show: 'median' | 'worst';
}

export const USAGE =
  'Usage: npm run bench:join -- [--runs 10] [--rtt 0,50,150] [--from page,lobby] [--show median|worst]';

const MOST_RUNS = 1000;
const LONGEST_RTT = 2000;

/** @throws Error that says which option cannot be used. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '10' },
      rtt: { type: 'string', default: '0,50,150' },
      from: { type: 'string', default: 'page,lobby' },
      show: { type: 'string', default: 'median' },
    },
  });
  return {
    runs: readNumber('--runs', values.runs, 1, MOST_RUNS),
    rtts: values.rtt.split(',').map((rtt) => readNumber('--rtt', rtt, 0, LONGEST_RTT)),
    from: values.from.split(',').map(readFrom),
    show: readShow(values.show),
  };
}

function readNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Error(`${name} must be a whole number from ${min} to ${max}, and is "${text}".`);
}

function readFrom(text: string): From {
  if (text === 'page' || text === 'lobby') return text;
  throw new Error(`--from must be page, lobby or both with a comma, and is "${text}".`);
}

function readShow(text: string): Options['show'] {
  if (text === 'median' || text === 'worst') return text;
  throw new Error(`--show must be median or worst, and is "${text}".`);
}
