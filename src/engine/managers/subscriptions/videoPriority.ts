import type { Demand } from '../../Demand.ts';

const STEP = 10;
/** A full HD box, in device pixels, and everything larger. */
const FULL = 1920 * 1080;
const LARGEST = 8;
/** Who speaks goes before every tile. */
const SPEAKING = 100;
/** Where the size is not known, it is wanted at its best. */
const UNKNOWN = LARGEST * STEP;

/**
 * Who gets bandwidth first when there is too little, as mediasoup's consumer priority from 1 to 255. What the demands
 * say counts; else the larger the box the higher: `10 × ceil(8 × √(its pixels / those of full HD))`, from 10 to 80, and
 * 100 more for who speaks.
 *
 * @param demands - Those that are visible.
 */
export function videoPriority(demands: readonly Demand[], speaking: boolean): number {
  return Math.max(
    1,
    ...demands.map(({ priority, width, height, devicePixelRatio = 1 }) => {
      if (priority !== undefined) return Math.min(255, Math.max(1, Math.round(priority)));
      return (speaking ? SPEAKING : 0) + ofSize(width, height, devicePixelRatio);
    }),
  );
}

function ofSize(width: number | undefined, height: number | undefined, ratio: number): number {
  if (width === undefined || height === undefined) return UNKNOWN;
  const share = Math.sqrt((width * height * ratio ** 2) / FULL);
  return STEP * Math.min(LARGEST, Math.max(1, Math.ceil(LARGEST * share)));
}
