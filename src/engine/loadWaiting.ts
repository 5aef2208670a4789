import { lazily } from '../errors/index.ts';

/** Fetches the code of waiting to be let in, which few need. @throws RoomError `unreachable` */
export const loadWaiting = lazily(() => import('./untilAdmitted.ts'));
