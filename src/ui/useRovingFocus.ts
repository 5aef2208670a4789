'use client';
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/** What does not fit the bar is none of its stops. */
const ITEMS = ':is(button:not(:disabled), [href], [data-roving-item]):not([data-collapsed])';

/** The item at the tab stop keeps its tabIndex of 0, all others get -1. */
function setTabStop(container: HTMLElement, wanted?: Element): void {
  const items = [...container.querySelectorAll<HTMLElement>(ITEMS)];
  const stop = items.find((item) => item === wanted) ?? items.find((item) => item.dataset.tabStop === '') ?? items[0];
  for (const item of items) {
    item.tabIndex = item === stop ? 0 : -1;
    if (item === stop) item.dataset.tabStop = '';
    else delete item.dataset.tabStop;
  }
}

/** Props of a container whose items are one stop of the Tab key. */
export interface RovingFocus<ElementType extends HTMLElement> {
  readonly ref: RefObject<ElementType | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/**
 * A toolbar's keyboard, by the ARIA pattern: Tab reaches one item, the arrow keys go on from there
 * (mirrored in right-to-left), Home and End to the ends.
 *
 * Base UI has a toolbar too; at 8 kB compressed it costs a tenth of what a whole running room may.
 */
export function useRovingFocus<ElementType extends HTMLElement = HTMLDivElement>(): RovingFocus<ElementType> {
  const ref = useRef<ElementType>(null);

  // Without dependencies on purpose: items come, go and get disabled with every render.
  useLayoutEffect(() => {
    if (ref.current) setTabStop(ref.current);
  });

  return {
    ref,
    onFocus: ({ currentTarget, target }) => setTabStop(currentTarget as HTMLElement, target),
    onKeyDown: (event) => {
      const container = event.currentTarget as HTMLElement;
      const items = [...container.querySelectorAll<HTMLElement>(ITEMS)];
      const from = items.indexOf(event.target as HTMLElement);
      if (from < 0) return;
      const forward = getComputedStyle(container).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
      const to = { [forward]: from + 1, [backward]: from - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      items.at(to % items.length)?.focus();
    },
  };
}
