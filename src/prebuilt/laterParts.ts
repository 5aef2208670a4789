// What a room gets when its page has time: one file to fetch.
export { RoomAnnouncer } from '../components/announcer/RoomAnnouncer.tsx';
export { RoomNews, type RoomNewsProps } from './RoomNews.tsx';
export { RoomShortcuts, type RoomShortcutsProps } from './RoomShortcuts.tsx';
