import type { ReactElement } from 'react';

/** The line through an icon of what is off. */
export const SLASH = 'M3 3l18 18';

/**
 * An icon that is drawn as one path, and is always the same element, as large as the words around it. What every tile has
 * would be two components and an element for each line as an icon of a library.
 */
export const lineIcon = (path: string): ReactElement => (
  <svg
    viewBox="0 0 24 24"
    width="1em"
    height="1em"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
);
