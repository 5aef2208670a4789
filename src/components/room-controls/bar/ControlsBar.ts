import type { MenuAction, MenuToggle } from '../../menu/MenuEntry.ts';

/**
 * What becomes of a control in a bar that is too narrow: those with lower numbers go into the “more” menu first, `never`
 * stays, `always` is in that menu however wide the bar is.
 */
export type Collapse = number | 'never' | 'always';

/** A control as the bar knows it. */
export interface BarControl {
  readonly collapse: Collapse;
  /** The same in a menu. */
  readonly entry: MenuAction | MenuToggle;
  readonly element: HTMLElement | null;
}

const COLLAPSED = 'data-collapsed';
/** Numbers of pixels are not exact where the page is zoomed. */
const TOLERANCE = 0.5;

/** Fits the controls of a bar into its width, and tells the “more” menu which ones are not in it. */
export class ControlsBar {
  /** In the order in which they came first; null is one that is gone, and may come back. */
  readonly #controls = new Map<string, BarControl | null>();
  readonly #listeners = new Set<() => void>();
  #root: HTMLElement | null = null;
  #more: HTMLElement | null = null;
  #collapsed: readonly (MenuAction | MenuToggle)[] = [];

  /** What the “more” menu offers. */
  get collapsed(): readonly (MenuAction | MenuToggle)[] {
    return this.#collapsed;
  }

  /** The button of the “more” menu, beside which stands what belongs to a control that is not seen. */
  get more(): HTMLElement | null {
    return this.#more;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The control with this name, whether it is seen or not. */
  find(id: string): (MenuAction | MenuToggle) | undefined {
    return this.#controls.get(id)?.entry;
  }

  set(id: string, control: BarControl): void {
    const before = this.#controls.get(id);
    this.#controls.set(id, control);
    if (before?.element === control.element && before.collapse === control.collapse) this.#tell();
    else this.fit();
  }

  remove(id: string): void {
    this.#controls.set(id, null);
    this.fit();
  }

  setMore(button: HTMLElement | null): void {
    this.#more = button;
    this.fit();
  }

  /** Keeps the controls fitting from now on. @returns Ends that. */
  watch(root: HTMLElement): () => void {
    this.#root = root;
    this.fit();
    const View = root.ownerDocument.defaultView;
    if (!View?.ResizeObserver) return () => {};
    const observer = new View.ResizeObserver(() => this.fit());
    observer.observe(root);
    // The bar is as wide as what is in it; how wide it may be shows in what it is in.
    if (root.parentElement) observer.observe(root.parentElement);
    return () => {
      observer.disconnect();
      this.#root = null;
    };
  }

  fit(): void {
    const root = this.#root;
    if (!root) return;
    const controls = [...this.#controls.values()].filter((control) => control !== null);
    const always = controls.some(({ collapse }) => collapse === 'always');
    const shown = controls.filter(
      (control): control is BarControl & { element: HTMLElement; collapse: number } =>
        typeof control.collapse === 'number' && control.element !== null,
    );
    const focused = root.ownerDocument.activeElement;
    for (const { element } of shown) element.removeAttribute(COLLAPSED);
    this.#more?.toggleAttribute(COLLAPSED, !always);
    if (this.#more && !fits(root)) {
      this.#more.removeAttribute(COLLAPSED);
      for (const { element } of shown.toSorted((one, other) => one.collapse - other.collapse)) {
        if (fits(root)) break;
        element.setAttribute(COLLAPSED, '');
        if (element === focused) this.#more.focus();
      }
    }
    this.#tell();
  }

  #tell(): void {
    this.#collapsed = [...this.#controls.values()]
      .filter((control) => control !== null)
      .filter(({ collapse, element }) => collapse === 'always' || element?.hasAttribute(COLLAPSED))
      .map(({ entry }) => entry)
      // What cannot be undone is the last one, whoever came later.
      .toSorted((one, other) => danger(one) - danger(other));
    for (const listener of this.#listeners) listener();
  }
}

const danger = (entry: MenuAction | MenuToggle) => Number('danger' in entry && entry.danger);

/** Whether the last thing in the bar ends inside of it. */
function fits(root: HTMLElement): boolean {
  const last = [...root.children].findLast((child) => child.getClientRects().length > 0);
  if (!last) return true;
  const { paddingInlineEnd, borderInlineEndWidth, direction } = getComputedStyle(root);
  const room = Number.parseFloat(paddingInlineEnd) + Number.parseFloat(borderInlineEndWidth) - TOLERANCE;
  const [outer, inner] = [root.getBoundingClientRect(), last.getBoundingClientRect()];
  return direction === 'rtl' ? inner.left >= outer.left + room : inner.right <= outer.right - room;
}
