'use client';
import { type MouseEvent, useMemo, useSyncExternalStore } from 'react';

/** Where the place stands in the address: behind a `#`, or behind the path that the page is at (`/console`). */
export type NavigationBase = '#' | `/${string}`;

/** Where one is in mission control, and the way elsewhere. */
export interface Navigation {
  /** Begins with a slash. */
  readonly path: string;
  hrefOf(path: string): string;
  /** For an element around links: those that stay in mission control load no page. */
  readonly onClick: (event: MouseEvent) => void;
}

const MOVED = 'parlour-console-moved';

function subscribe(listener: () => void): () => void {
  const names = ['popstate', 'hashchange', MOVED];
  for (const name of names) addEventListener(name, listener);
  return () => {
    for (const name of names) removeEventListener(name, listener);
  };
}

/** The place that the address names. */
export function useNavigation(base: NavigationBase): Navigation {
  const read = () => {
    const whole = base === '#' ? location.hash.slice(1) : location.pathname.slice(base.length);
    return whole.startsWith('/') ? whole : `/${whole}`;
  };
  const path = useSyncExternalStore(subscribe, read, () => '/');
  return useMemo(() => {
    const hrefOf = (to: string) => `${base}${to}`;
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (event.defaultPrevented || elsewhere || base === '#' || !link || link.target !== '') return;
      if (link.origin !== location.origin || !link.pathname.startsWith(`${base}/`) || link.download) return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      dispatchEvent(new Event(MOVED));
    };
    return { path, hrefOf, onClick };
  }, [base, path]);
}
