import type { RoomResource } from '../../api/index.ts';
import type { ConsoleMessages } from '../i18n/ConsoleMessages.ts';

/** What a room is called. */
export const roomName = (messages: ConsoleMessages, room: Pick<RoomResource, 'unique_name'>): string =>
  room.unique_name ?? messages['rooms.unnamed'];
