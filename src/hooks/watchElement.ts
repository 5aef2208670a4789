/** How large an element is on the page, in CSS pixels, and whether any of it is in sight. */
export interface ElementOnPage {
  width: number;
  height: number;
  devicePixelRatio: number;
  visible: boolean;
}

type Report = (change: Partial<ElementOnPage>) => void;

const reports = new WeakMap<Element, Report>();

/** One observer of each sort serves all tiles: the browser then reports them together. */
let observers: { readonly resize: ResizeObserver; readonly intersection: IntersectionObserver } | null = null;

function sharedObservers() {
  observers ??= {
    resize: new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        const { width, height } = contentRect;
        reports.get(target)?.({ width, height, devicePixelRatio: globalThis.devicePixelRatio });
      }
    }),
    intersection: new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) reports.get(target)?.({ visible: isIntersecting });
    }),
  };
  return observers;
}

/** Reports the size and visibility of an element, now and at every change, until undone. */
export function watchElement(element: Element, report: Report): () => void {
  if (typeof ResizeObserver === 'undefined' || typeof IntersectionObserver === 'undefined') {
    // Nothing can be measured (a test's DOM, say): it counts as shown, at no particular size.
    report({ visible: true });
    return () => {};
  }
  const { resize, intersection } = sharedObservers();
  reports.set(element, report);
  resize.observe(element);
  intersection.observe(element);
  return () => {
    reports.delete(element);
    resize.unobserve(element);
    intersection.unobserve(element);
  };
}
