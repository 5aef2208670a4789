export type { DeviceSelection } from './choiceOf.ts';
export type { Device } from './deviceOf.ts';
export { ownRecordings } from './ownRecordings.ts';
export type { ShownReaction } from './RecentReactions.ts';
export { RoomContext, type RoomContextValue, useRoomStore } from './RoomContext.ts';
export { type RoomLayout, type RoomView, viewOf } from './RoomView.ts';
export { Speech } from './Speech.ts';
export { POOR_QUALITY, SIGNS } from './tileSigns.ts';
export type { TileStatus } from './tileStatus.ts';
export { useActiveSpeaker } from './useActiveSpeaker.ts';
export { useAudioEffect } from './useAudioEffect.ts';
export { useAudioLevel } from './useAudioLevel.ts';
export { useCamera } from './useCamera.ts';
export { useCanPublish } from './useCanPublish.ts';
export { useCensorship } from './useCensorship.ts';
export { type ChatRoom, useChat } from './useChat.ts';
export { useConnection } from './useConnection.ts';
export { useConnectionQuality } from './useConnectionQuality.ts';
export { type ConnectionTest, useConnectionTest } from './useConnectionTest.ts';
export { type DeviceList, useDevices } from './useDevices.ts';
export type { DeviceEffect } from './useEffectOf.ts';
export { useIsLocalParticipant } from './useIsLocalParticipant.ts';
export { useIsSpeaking } from './useIsSpeaking.ts';
export { useLatestReaction } from './useLatestReaction.ts';
export { type Layout, useLayout } from './useLayout.ts';
export { useLocalParticipant } from './useLocalParticipant.ts';
export { useMicrophone } from './useMicrophone.ts';
export { type MixedAudio, useMixedAudio } from './useMixedAudio.ts';
export {
  type Moderation,
  type ModerationButtonProps,
  type MuteButtonProps,
  useModeration,
} from './useModeration.ts';
export { useParticipant } from './useParticipant.ts';
export { useParticipantName } from './useParticipantName.ts';
export { useParticipants } from './useParticipants.ts';
export { type Permission, usePermission } from './usePermission.ts';
export { type Permissions, usePermissions } from './usePermissions.ts';
export { usePictureView } from './usePictureView.ts';
export { type Pinned, usePinned } from './usePinned.ts';
export { type RaisedHands, useRaisedHand } from './useRaisedHand.ts';
export { type Reactions, useReactions } from './useReactions.ts';
export { type RoomRecording, useRecording } from './useRecording.ts';
export { useRemoteStreams } from './useRemoteStreams.ts';
export { useRoom } from './useRoom.ts';
export { useRoomState } from './useRoomState.ts';
export { useScreenShare } from './useScreenShare.ts';
export { type Speaker, useSpeaker } from './useSpeaker.ts';
export { useStats } from './useStats.ts';
export { useStream } from './useStream.ts';
export { type StreamAudio, useStreamAudio } from './useStreamAudio.ts';
export { type StreamVideo, type StreamVideoOptions, useStreamVideo } from './useStreamVideo.ts';
export { useSubscription } from './useSubscription.ts';
export { useTileState } from './useTileState.ts';
export { useTileStatus } from './useTileStatus.ts';
export { useTiles } from './useTiles.ts';
export { useUnreadMessages } from './useUnreadMessages.ts';
export { useVideoEffect } from './useVideoEffect.ts';
