import type { Rectangle } from '../../layout/index.ts';
import type { Placement } from './arrange.ts';

/** An element on a stage, and where it was put last. */
interface Cell {
  readonly element: HTMLElement;
  at: Placement | null;
  /** In whole pixels: a tile between two pixels is blurred. */
  rectangle: Rectangle | null;
  growth: Animation | null;
}

const DURATION = 200;
const EASING = 'cubic-bezier(0.2, 0, 0, 1)';

/**
 * The elements that tiles are in. Where they go is written into custom properties, so that it costs no render; CSS moves
 * them there on the compositor. A new size is taken at once, and looks as if it grew: by a scale that ends at 1.
 */
export class Cells {
  /** While true, cells stick to their places: a window that is dragged larger has no use for gliding tiles. */
  sticky = false;
  /** Cells lie at the inline start of their box, and are moved away from it: to the left in right-to-left. */
  direction: 'ltr' | 'rtl' = 'ltr';
  /** The element that holds them. */
  list: HTMLElement | null = null;
  readonly #cells = new Map<string, Cell>();
  /** Those that were mounted since the last placing. */
  readonly #fresh = new Set<string>();
  #last: readonly Placement[] = [];

  /** To be the ref of each cell, whose tile's id is in `data-tile`. */
  readonly ref = (element: HTMLElement | null): (() => void) => {
    if (!element) return () => {};
    const id = element.dataset.tile as string;
    this.#cells.set(id, { element, at: null, rectangle: null, growth: null });
    this.#fresh.add(id);
    return () => {
      this.#keepFocus(element);
      this.#cells.delete(id);
    };
  };

  /** @param crowded - More are in sight than can be followed: none of them moves by itself. */
  place(placements: readonly Placement[], crowded: boolean): void {
    const { list } = this;
    if (!list || placements.length === 0) return;
    const first = list.dataset.measured === undefined;
    const sticky = this.sticky || first || crowded;
    setFlag(list, 'data-sticky', sticky);
    setFlag(list, 'data-crowded', crowded);
    setFlag(list, 'data-measured', true);
    if (list.dataset.direction !== this.direction) list.dataset.direction = this.direction;
    const moves = !sticky && wantsMotion();
    const last = this.#last;
    for (let index = 0; index < placements.length; index += 1) {
      const placement = placements[index] as Placement;
      if (placement !== last[index]) this.#place(placement, moves);
    }
    // Mounted since, where they were expected.
    for (const id of this.#fresh) {
      const placement = placements.find((one) => one.id === id);
      if (placement) this.#place(placement, moves);
    }
    this.#last = placements;
    this.#fresh.clear();
    // Out of the plain grid they do not glide: they have to be laid out while they stick.
    if (first) list.getBoundingClientRect();
  }

  #place(placement: Placement, moves: boolean): void {
    const cell = this.#cells.get(placement.id);
    if (!cell || (cell.at && same(cell.at, placement))) return;
    const fresh = cell.at === null;
    this.#put(cell, placement, moves);
    if (!fresh) return;
    // Until now it was not displayed: it appears where it belongs, and does not fly in from the corner.
    cell.element.dataset.placed = '';
    this.#fresh.delete(placement.id);
  }

  #put(cell: Cell, placement: Placement, moves: boolean): void {
    const { element, rectangle: before } = cell;
    const rectangle = inPixels(placement);
    const { x, y, width, height } = rectangle;
    if (before?.x !== x) element.style.setProperty('--parlour-x', `${this.direction === 'rtl' ? -x : x}px`);
    if (before?.y !== y) element.style.setProperty('--parlour-y', `${y}px`);
    if (before?.width !== width) element.style.setProperty('--parlour-width', `${width}px`);
    if (before?.height !== height) element.style.setProperty('--parlour-height', `${height}px`);
    if (cell.at?.place !== placement.place) this.#setPlace(element, placement.place);
    if (before && moves && placement.place !== 'away' && (before.width !== width || before.height !== height))
      grow(cell, before, rectangle);
    cell.at = placement;
    cell.rectangle = rectangle;
  }

  #setPlace(element: HTMLElement, place: Placement['place']): void {
    element.dataset.place = place;
    const away = place === 'away';
    if (away) this.#keepFocus(element);
    element.inert = away;
  }

  /** What had the focus goes out of sight or away: the stage gets it, and not the page. */
  #keepFocus(element: HTMLElement): void {
    if (element.contains(element.ownerDocument.activeElement)) this.list?.focus({ preventScroll: true });
  }
}

const setFlag = (element: Element, name: string, on: boolean) => {
  if (element.hasAttribute(name) !== on) element.toggleAttribute(name, on);
};

const same = (a: Placement, b: Placement) =>
  a.place === b.place && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

function inPixels({ x, y, width, height }: Rectangle): Rectangle {
  const [left, top] = [Math.round(x), Math.round(y)];
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

const wantsMotion = () => globalThis.matchMedia?.('(prefers-reduced-motion: no-preference)').matches === true;

/** From the size it has on the screen to its new one; what is under way goes on from where it is. */
function grow(cell: Cell, before: Rectangle, { width, height }: Rectangle): void {
  const { element, growth } = cell;
  if (typeof element.animate !== 'function' || width === 0 || height === 0) return;
  const shown = growth?.playState === 'running' ? getComputedStyle(element).scale.split(' ').map(Number) : [];
  const [x = 1, y = x] = shown.filter(Number.isFinite);
  growth?.cancel();
  const from = `${(x * before.width) / width} ${(y * before.height) / height}`;
  cell.growth = element.animate({ scale: [from, '1 1'] }, { duration: DURATION, easing: EASING });
}
