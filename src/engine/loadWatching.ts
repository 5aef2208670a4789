import { lazily } from '../errors/index.ts';

/** Fetches the code that looks after a room that runs. @throws RoomError `unreachable` */
export const loadWatching = lazily(() => import('./watching.ts'));
