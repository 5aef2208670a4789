import { lazily } from '../errors/index.ts';

/** Fetches the code of a joined room. A lobby does so in good time. @throws RoomError `unreachable` */
export const loadJoining = lazily(() => import('./joining.ts'));
