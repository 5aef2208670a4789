/** How large an element is on the page, in CSS pixels, and whether any of it is in sight. */
export interface ElementOnPage {
  width: number;
  height: number;
  devicePixelRatio: number;
  visible: boolean;
}

type Report = (change: Partial<ElementOnPage>) => void;

const reports = new WeakMap<Element, Report>();

/** The elements of each document, and whether they are in its viewport. */
const inViewport = new Map<Document, Map<Element, boolean>>();

/** Nobody sees a page in the background; a video that stands out of it, in a picture of its own, is seen. */
function isShown(element: Element): boolean {
  const { ownerDocument: page } = element;
  return !page.hidden || page.pictureInPictureElement === element;
}

function setInViewport(element: Element, intersecting: boolean): void {
  inViewport.get(element.ownerDocument)?.set(element, intersecting);
  reports.get(element)?.({ visible: intersecting && isShown(element) });
}

/** The page went to the background, came back, or let a video stand out of it. */
function reportAll({ currentTarget }: Event): void {
  for (const [element, intersecting] of inViewport.get(currentTarget as Document) ?? []) {
    reports.get(element)?.({ visible: intersecting && isShown(element) });
  }
}

const PAGE_EVENTS = ['visibilitychange', 'enterpictureinpicture', 'leavepictureinpicture'];

/** @returns Undoes it. */
function watchPage(element: Element): () => void {
  const { ownerDocument: page } = element;
  const elements = inViewport.get(page) ?? new Map<Element, boolean>();
  if (elements.size === 0) for (const name of PAGE_EVENTS) page.addEventListener(name, reportAll, true);
  inViewport.set(page, elements.set(element, false));
  return () => {
    elements.delete(element);
    if (elements.size > 0 || inViewport.get(page) !== elements) return;
    for (const name of PAGE_EVENTS) page.removeEventListener(name, reportAll, true);
    inViewport.delete(page);
  };
}

interface Observers {
  readonly resize: ResizeObserver;
  readonly intersection: IntersectionObserver;
}

/**
 * One observer of each sort serves all tiles of a window: the browser then reports them together. A picture-in-picture
 * window has its own, since those of a page in the background report nothing.
 */
const observers = new WeakMap<Window, Observers>();

function sharedObservers(view: Window & typeof globalThis): Observers {
  let shared = observers.get(view);
  if (shared) return shared;
  shared = {
    resize: new view.ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        const { width, height } = contentRect;
        reports.get(target)?.({ width, height, devicePixelRatio: view.devicePixelRatio });
      }
    }),
    intersection: new view.IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) setInViewport(target, isIntersecting);
    }),
  };
  observers.set(view, shared);
  return shared;
}

/** Reports the size and visibility of an element, now and at every change, until undone. In a page in the background none is visible. */
export function watchElement(element: Element, report: Report): () => void {
  const view = element.ownerDocument.defaultView;
  if (!view?.ResizeObserver || !view.IntersectionObserver) {
    // Nothing can be measured (a test's DOM, say): it counts as shown, at no particular size.
    report({ visible: true });
    return () => {};
  }
  const { resize, intersection } = sharedObservers(view);
  reports.set(element, report);
  const unwatchPage = watchPage(element);
  resize.observe(element);
  intersection.observe(element);
  return () => {
    reports.delete(element);
    unwatchPage();
    resize.unobserve(element);
    intersection.unobserve(element);
  };
}
