import { parseArgs } from 'node:util';

/** How much to measure. */
export interface Options {
  /** People who join. */
  readonly clients: number;
  /** Joins and leaves for the count of what is left behind; 0: none. */
  readonly cycles: number;
  /** Joins under way at a time. */
  readonly atATime: number;
  /** The folder for CPU profiles of the server, one a phase. */
  readonly profiles: string | null;
}

export const USAGE =
  'Usage: npm run bench:server -- [--clients 1000] [--cycles 10000] [--at-a-time 32] [--profiles <folder>]';

/** @throws Error that says which option cannot be used. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '1000' },
      cycles: { type: 'string', default: '10000' },
      'at-a-time': { type: 'string', default: '32' },
      profiles: { type: 'string' },
    },
  });
  return {
    clients: readNumber('--clients', values.clients, 50, 5_000),
    cycles: readNumber('--cycles', values.cycles, 0, 100_000),
    atATime: readNumber('--at-a-time', values['at-a-time'], 1, 250),
    profiles: values.profiles ?? null,
  };
}

function readNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Error(`${name} must be a whole number from ${min} to ${max}, and is "${text}".`);
}
