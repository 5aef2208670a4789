import { lineIcon, SLASH } from '../../../ui/index.ts';

const MICROPHONE = 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M5 11a7 7 0 0 0 14 0M12 18v3';
const CAMERA = 'M4 7h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2M16 11l6-3v8l-6-3';

export const microphoneIcon = lineIcon(MICROPHONE);
export const cameraIcon = lineIcon(CAMERA);
export const cameraBlockedIcon = lineIcon(CAMERA + SLASH);
export const microphoneBlockedIcon = lineIcon(MICROPHONE + SLASH);
/** Two sliders: what Chromium shows at the start of an address. */
export const tuneIcon = lineIcon(
  'M4 8h6M16 8h4M4 16h4M14 16h6M13 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M11 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
);
/** A page with lines under it: what Safari on a phone shows at the start of an address. */
export const pageIcon = lineIcon('M5 5h14v9H5zM5 18h14M5 21h8');
export const crossIcon = lineIcon('M6 6l12 12M18 6L6 18');
export const checkIcon = lineIcon('M5 12.5l4.5 4.5L19 7.5');
