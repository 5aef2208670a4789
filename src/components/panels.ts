// What is loaded when it is first opened. It is an entry of its own: in one with the rest, some bundlers would load it at once.
export { CallRating, type CallRatingProps } from './call-rating/CallRating.tsx';
export type { Rating, RatingReason } from './call-rating/useRating.ts';
export type { Caption, CaptionsState } from './captions/Caption.ts';
export { Captions, type CaptionsProps } from './captions/Captions.tsx';
export { Chat, type ChatProps } from './chat/Chat.tsx';
export type { ChatComposerProps, ChatComposerState } from './chat/composer/ChatComposer.tsx';
export type { ChatState } from './chat/root/ChatRoot.tsx';
export type { NotificationState } from './notifications/item/NotificationsItem.tsx';
export type { Notification } from './notifications/NotificationQueue.ts';
export { Notifications, type NotificationsProps } from './notifications/Notifications.tsx';
export type { NotificationsState } from './notifications/root/NotificationsRoot.tsx';
export { Panel, type PanelProps } from './panel/Panel.tsx';
export type { PanelOpenChangeDetails } from './panel/PanelContext.ts';
export { ParticipantList, type ParticipantListProps } from './participant-list/ParticipantList.tsx';
export type { ParticipantListState } from './participant-list/root/ParticipantListRoot.tsx';
export { StatsPanel, type StatsPanelProps } from './stats-panel/StatsPanel.tsx';
