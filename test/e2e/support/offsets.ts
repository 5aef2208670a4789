import type { Clap } from './recordings.ts';

const SECOND = 1_000;

/** The second that a flash or beep belongs to. */
export const secondOf = ({ begin }: Clap): number => Math.round(begin / SECOND);

/**
 * How far the picture is behind the sound, second by second, in milliseconds. A page that was busy painted its flash
 * late (`window.claps`); so late it has to be in the file.
 */
export function offsetsOf(
  flashes: readonly Clap[],
  beeps: readonly Clap[],
  painted: Readonly<Record<number, number>>,
): number[] {
  return flashes.flatMap((flash) => {
    const second = secondOf(flash);
    const beep = beeps.find((clap) => secondOf(clap) === second);
    const late = (painted[second] ?? Number.NaN) - second * SECOND;
    return beep === undefined ? [] : [flash.begin - beep.begin - late];
  });
}

/**
 * The middle one of every five in a row: a browser that is busy may leave out the first frames of one flash, and
 * another one at once is not out of step.
 */
export function mediansOf(offsets: readonly number[]): number[] {
  const middle = (index: number) => offsets.slice(index, index + 5).sort((a, b) => a - b)[2] as number;
  return offsets.slice(4).map((_, index) => middle(index));
}
