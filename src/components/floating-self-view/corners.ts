/** Where a floating thing rests; start is left, or right in right-to-left. */
export type Corner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

/** The corner that is nearest to a point of a box, both in pixels from its top left. */
export function nearestCorner(
  point: { readonly x: number; readonly y: number },
  box: { readonly width: number; readonly height: number },
  rightToLeft: boolean,
): Corner {
  const vertical = point.y < box.height / 2 ? 'top' : 'bottom';
  const start = point.x < box.width / 2 !== rightToLeft;
  return `${vertical}-${start ? 'start' : 'end'}`;
}

/** The corner that an arrow key leads to from another one, or null for other keys. */
export function cornerTowards(corner: Corner, key: string, rightToLeft: boolean): Corner | null {
  const [vertical, horizontal] = corner.split('-') as ['top' | 'bottom', 'start' | 'end'];
  const towardsStart = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowUp') return `top-${horizontal}`;
  if (key === 'ArrowDown') return `bottom-${horizontal}`;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return `${vertical}-${key === towardsStart ? 'start' : 'end'}`;
  return null;
}
