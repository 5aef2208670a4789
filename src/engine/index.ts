export type { TokenPair, TokenSource } from '../auth/index.ts';
export { RoomError, type RoomErrorCode } from '../errors/index.ts';
export {
  type AudioProcessor,
  type AudioStats,
  type DeviceCatalog,
  type DeviceInfo,
  type DeviceLists,
  type DeviceOpener,
  type DevicePermission,
  type DeviceStorage,
  type Devices,
  type DeviceWish,
  getDevices,
  type ProcessedTrack,
  type ProcessingContext,
  type ProcessingCost,
  type QualityLimitation,
  type TrackProcessor,
  type TrackStats,
  type VideoProcessor,
  type VideoStats,
} from '../media/index.ts';
export type {
  Censored,
  Censorship,
  DisconnectReason,
  Grants,
  InitialDemand,
  MediaKind,
  QualityLevel,
  Source,
} from '../protocol/index.ts';
export type {
  JoinInput,
  SignallingAdapter,
  SignallingConnection,
  SignallingListener,
  WaitInput,
} from '../signalling/index.ts';
export type { Chat, ChatMessage, Message, RaisedHand, Reaction } from './Chat.ts';
export type { ChatCommands, HandCommands, ReactionCommands, SelfCommands } from './ConversationCommands.ts';
export type {
  ConnectionTestOutcome,
  ConnectionTestPart,
  ConnectionTestReport,
} from './connectionTest/ConnectionTestReport.ts';
export { type ConnectionTestOptions, testConnection } from './connectionTest/testConnection.ts';
export { createRoom, initialize } from './createRoom.ts';
export type { Demand, DemandHandle } from './Demand.ts';
export type {
  DeviceChoice,
  DeviceFacts,
  DeviceState,
  DeviceStatus,
  EffectOptions,
  EffectState,
  LocalDevices,
  SpeakerState,
} from './DeviceState.ts';
export type { Environment } from './Environment.ts';
export type { Excluding, ModerationCommands, Whom } from './ModerationCommands.ts';
export type { DebugBundle } from './managers/history/DebugBundle.ts';
export type { HistoryDetail, HistoryEntry } from './managers/history/History.ts';
export type { StreamStats } from './managers/quality/StreamStats.ts';
export type { RecordingCommands } from './RecordingCommands.ts';
export { Room } from './Room.ts';
export type {
  AudioCommands,
  ChoosableDevice,
  DeviceCommands,
  RoomCommands,
  SpeakerCommands,
  StatsCommands,
} from './RoomCommands.ts';
export type { DeviceChange, NetworkMetrics, RoomEvents } from './RoomEvents.ts';
export type { RoomOptions } from './RoomOptions.ts';
export type { RoomStats } from './RoomStats.ts';
export type {
  ConnectionState,
  Participant,
  State,
  Stream,
  Subscription,
  SubscriptionReason,
  WaitingParticipant,
} from './State.ts';
export type { LocalTracks, SubscriptionKinds } from './streamArguments.ts';
export { version } from './version.ts';
