import { even, type Rectangle } from '../../../layout/index.ts';

/** No side is shorter, in pixels of the picture. */
export const SMALLEST_SIDE = 16;

/** The size of a picture in pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** A corner of a region, by the sides that meet there. */
export interface Corner {
  readonly x: 'left' | 'right';
  readonly y: 'top' | 'bottom';
}

export const CORNERS: readonly Corner[] = [
  { x: 'left', y: 'top' },
  { x: 'right', y: 'top' },
  { x: 'left', y: 'bottom' },
  { x: 'right', y: 'bottom' },
];

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** The nearest place that is all within the picture; every number is even. */
export function placeWithin(place: Rectangle, picture: Picture): Rectangle {
  const width = even(clamp(place.width, SMALLEST_SIDE, picture.width));
  const height = even(clamp(place.height, SMALLEST_SIDE, picture.height));
  return {
    x: even(clamp(place.x, 0, picture.width - width)),
    y: even(clamp(place.y, 0, picture.height - height)),
    width,
    height,
  };
}

/** Where regions like to stand: at the edges and the middle of the picture, and at the edges of each other. */
export interface SnapLines {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export function snapLines(picture: Picture, others: readonly Rectangle[]): SnapLines {
  return {
    x: [0, picture.width / 2, picture.width, ...others.flatMap(({ x, width }) => [x, x + width])],
    y: [0, picture.height / 2, picture.height, ...others.flatMap(({ y, height }) => [y, y + height])],
  };
}

/** How far it is to the nearest of the lines from any of these; 0 if none is near enough. */
function pull(from: readonly number[], lines: readonly number[], reach: number): number {
  const ways = from.flatMap((edge) => lines.map((line) => line - edge));
  const [nearest = 0] = ways.sort((a, b) => Math.abs(a) - Math.abs(b));
  return Math.abs(nearest) <= reach ? nearest : 0;
}

/** A drag by so many pixels of the picture, which snaps to lines that are within reach. */
export interface Drag {
  readonly x: number;
  readonly y: number;
  readonly lines: SnapLines;
  readonly reach: number;
}

/** The region moved, its size as it was. */
export function moved({ x, y, width, height }: Rectangle, by: Drag, picture: Picture): Rectangle {
  const [left, top] = [x + by.x, y + by.y];
  return placeWithin(
    {
      x: left + pull([left, left + width], by.lines.x, by.reach),
      y: top + pull([top, top + height], by.lines.y, by.reach),
      width,
      height,
    },
    picture,
  );
}

/** The region with one of its corners moved; the one across stays where it is. */
export function resized(place: Rectangle, corner: Corner, by: Drag, picture: Picture): Rectangle {
  const across = side([place.x, place.width], corner.x === 'left', [by.x, by.reach], by.lines.x, picture.width);
  const down = side([place.y, place.height], corner.y === 'top', [by.y, by.reach], by.lines.y, picture.height);
  return placeWithin({ x: across.start, y: down.start, width: across.length, height: down.length }, picture);
}

function side(
  [start, length]: readonly [number, number],
  atStart: boolean,
  [by, reach]: readonly [number, number],
  lines: readonly number[],
  limit: number,
): { start: number; length: number } {
  const end = start + length;
  const edge = (atStart ? start : end) + by;
  const to = edge + pull([edge], lines, reach);
  if (!atStart) return { start, length: clamp(to - start, SMALLEST_SIDE, limit - start) };
  const from = clamp(to, 0, end - SMALLEST_SIDE);
  return { start: from, length: end - from };
}
