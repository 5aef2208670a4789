export type { AnnouncementKind, AnnouncementSettings, Announcing } from './announcer/AnnouncementKind.ts';
export { RoomAnnouncer, type RoomAnnouncerProps } from './announcer/RoomAnnouncer.tsx';
export { ConnectionBanner, type ConnectionBannerProps } from './connection-banner/ConnectionBanner.tsx';
export type { ConnectionBannerState } from './connection-banner/root/ConnectionBannerRoot.tsx';
export {
  ConnectionQuality,
  type ConnectionQualityProps,
  type ConnectionQualityState,
} from './connection-quality/ConnectionQuality.tsx';
export { ConnectionStatus, type ConnectionStatusProps } from './connection-status/ConnectionStatus.tsx';
export type { ConnectionStatusState } from './connection-status/root/ConnectionStatusRoot.tsx';
export { DeviceProblems, type DeviceProblemsProps } from './device-problems/DeviceProblems.tsx';
export type { DeviceToggleProps, DeviceToggleState } from './device-toggle/DeviceToggle.tsx';
export type { BackgroundPicture, EffectsOptions } from './effects/EffectsOptions.ts';
export type { Corner } from './floating-self-view/corners.ts';
export { FloatingSelfView, type FloatingSelfViewProps } from './floating-self-view/FloatingSelfView.tsx';
export type { CornerChangeDetails, FloatingSelfViewState } from './floating-self-view/root/FloatingSelfViewRoot.tsx';
export { FocusLayout, type FocusLayoutProps } from './focus-layout/FocusLayout.tsx';
export { Pagination, type PaginationProps } from './pagination/Pagination.tsx';
export type { PageChangeDetails, PaginationState } from './pagination/root/PaginationRoot.tsx';
export { ParticipantTile, type ParticipantTileProps } from './participant-tile/ParticipantTile.tsx';
export type { ParticipantTileState } from './participant-tile/root/ParticipantTileRoot.tsx';
export { PreJoin, type PreJoinProps } from './pre-join/PreJoin.tsx';
export type { OnJoin, PreJoinDetails } from './pre-join/usePreJoinForm.ts';
export { RoomAudio } from './room-audio/RoomAudio.tsx';
export type { RoomControlsEffectsState } from './room-controls/effects/EffectsButton.tsx';
export { RoomControls, type RoomControlsProps } from './room-controls/RoomControls.tsx';
export { RoomProvider, type RoomProviderProps, type RoomSource } from './room-provider/RoomProvider.tsx';
export { RoomStage, type RoomStageProps, type RoomStageState } from './room-stage/RoomStage.tsx';
export { SpeakerLayout, type SpeakerLayoutProps } from './speaker-layout/SpeakerLayout.tsx';
export type { DesignToken } from './theme-provider/designTokens.ts';
export type { Theme } from './theme-provider/Theme.ts';
export { ThemeProvider, type ThemeProviderProps } from './theme-provider/ThemeProvider.tsx';
export { VideoGrid, type VideoGridProps } from './video-grid/VideoGrid.tsx';
