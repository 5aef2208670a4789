import { lineIcon, SLASH } from '../../ui/index.ts';

const PIN = 'M8 3h8M9 3v7l-4 4v2h14v-2l-4-4V3M12 16v6';

export const pinIcon = lineIcon(PIN);
export const unpinIcon = lineIcon(PIN + SLASH);
export const mutedIcon = lineIcon(
  `M9 9v3a3 3 0 0 0 5 2.2M15 10V5a3 3 0 0 0-5.7-1.3M12 19v3M5 11v1a7 7 0 0 0 11.6 5.3M19 11v1a7 7 0 0 1-.4 2.2${SLASH}`,
);
