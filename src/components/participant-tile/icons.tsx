/*
 * What every tile has is drawn as one path, and is always the same element: of a library's icon each tile would have two
 * components and an element for each line.
 */
const icon = (path: string) => (
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

const PIN = 'M8 3h8M9 3v7l-4 4v2h14v-2l-4-4V3M12 16v6';
const SLASH = 'M3 3l18 18';

export const pinIcon = icon(PIN);
export const unpinIcon = icon(PIN + SLASH);
export const mutedIcon = icon(
  `M9 9v3a3 3 0 0 0 5 2.2M15 10V5a3 3 0 0 0-5.7-1.3M12 19v3M5 11v1a7 7 0 0 0 11.6 5.3M19 11v1a7 7 0 0 1-.4 2.2${SLASH}`,
);
