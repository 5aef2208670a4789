import { computeGrid, computeStage, type Rectangle } from '../../layout/index.ts';
import type { Tile } from '../../store/index.ts';

/** Where each tile goes in a box of that size: shared screens get the large part. */
function rectangles(tiles: readonly Tile[], width: number, height: number, gap: number): readonly Rectangle[] {
  const presentations = tiles.filter(({ key }) => key !== 'self').length;
  if (presentations === 0) return computeGrid({ count: tiles.length, width, height, gap }).tiles;
  const stage = computeStage({ presentations, people: tiles.length - presentations, width, height, gap });
  const rest = { screen: stage.presentations.values(), person: stage.people.values() };
  return tiles.map(({ key }) => (key === 'self' ? rest.person : rest.screen).next().value as Rectangle);
}

/** A cell may glide from now on. A new one has to be laid out where it belongs first, or it would fly in from the corner. */
function markPlaced(list: HTMLElement): void {
  const fresh = [...list.children].filter((cell) => !cell.hasAttribute('data-placed'));
  if (fresh.length > 0) list.getBoundingClientRect();
  for (const cell of fresh) cell.setAttribute('data-placed', '');
}

/**
 * Measures the list and writes each cell's place into custom properties, so that a resize costs no
 * render. Edges are rounded to whole pixels: a tile between two pixels is blurred.
 *
 * @param list - Its children are the cells, in the order of `tiles`.
 */
export function placeTiles(list: HTMLElement, tiles: readonly Tile[]): void {
  const { clientWidth, clientHeight, children } = list;
  if (clientWidth === 0 || clientHeight === 0) return;
  const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0;
  rectangles(tiles, clientWidth, clientHeight, gap).forEach(({ x, y, width, height }, index) => {
    // Not asked whether it is an HTMLElement: in another window (a frame, picture-in-picture) it is one of that window's.
    const cell = children[index] as HTMLElement | undefined;
    if (!cell) return;
    const left = Math.round(x);
    const top = Math.round(y);
    cell.style.setProperty('--parlour-x', `${left}px`);
    cell.style.setProperty('--parlour-y', `${top}px`);
    cell.style.setProperty('--parlour-width', `${Math.round(x + width) - left}px`);
    cell.style.setProperty('--parlour-height', `${Math.round(y + height) - top}px`);
  });
  list.dataset.measured = '';
  markPlaced(list);
}
