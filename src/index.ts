// The public React surface, every name by hand. What has an entry of its own is not in it.

// Components
export {
  ConnectionStatus,
  type ConnectionStatusProps,
  type ConnectionStatusState,
  DeviceProblems,
  type DeviceProblemsProps,
  type DeviceToggleProps,
  type DeviceToggleState,
  type OnJoin,
  ParticipantTile,
  type ParticipantTileProps,
  type ParticipantTileState,
  PreJoin,
  type PreJoinDetails,
  type PreJoinProps,
  RoomAudio,
  RoomControls,
  type RoomControlsProps,
  RoomProvider,
  type RoomProviderProps,
  type RoomSource,
  type Theme,
  ThemeProvider,
  type ThemeProviderProps,
  VideoGrid,
  type VideoGridProps,
  type VideoGridState,
} from './components/index.ts';
// The engine, whole in `parlour/engine`
export {
  type ConnectionState,
  createRoom,
  type DeviceCommands,
  type DeviceState,
  type Devices,
  type DisconnectReason,
  type Grants,
  getDevices,
  initialize,
  type LocalDevices,
  type Participant,
  type Room,
  type RoomCommands,
  RoomError,
  type RoomErrorCode,
  type RoomOptions,
  type State,
  type Stream,
  type Subscription,
  type SubscriptionReason,
  type TokenPair,
  type TokenSource,
  version,
} from './engine/index.ts';
// Hooks
export {
  type Device,
  type StreamAudio,
  type StreamVideo,
  useActiveSpeaker,
  useCamera,
  useCanPublish,
  useConnection,
  useIsLocalParticipant,
  useIsSpeaking,
  useLocalParticipant,
  useMicrophone,
  useParticipant,
  useParticipantName,
  useParticipants,
  useRemoteStreams,
  useRoom,
  useRoomStore,
  useScreenShare,
  useStream,
  useStreamAudio,
  useStreamVideo,
  useSubscription,
  useTiles,
} from './hooks/index.ts';
// Words
export { en, type Messages, MessagesProvider, type MessagesProviderProps, useMessages } from './i18n/index.ts';
// Layout, for grids of your own
export {
  type AspectRatio,
  computeGrid,
  computeStage,
  type Grid,
  type GridOptions,
  type Rectangle,
  type Stage,
  type StageOptions,
} from './layout/index.ts';
// Prebuilt
export { VideoRoom, type VideoRoomProps } from './prebuilt/VideoRoom.tsx';
// The store that hooks read
export { createStaticRoomStore, type RoomStore, type Tile } from './store/index.ts';
// What every part of a component takes
export type { PartProps, PartTag, RenderProp } from './ui/index.ts';
