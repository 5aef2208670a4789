export type { TokenPair, TokenSource } from '../auth/index.ts';
export { RoomError, type RoomErrorCode } from '../errors/index.ts';

<<<<<<< HEAD
  type DeviceCatalog,
  type DeviceInfo,
  type DeviceLists,
  type DeviceOpener,
  type DevicePermission,
  type DeviceStorage,
  type Devices,
  type DeviceWish,
  getDevices,
} from '../media/index.ts';

export type { DisconnectReason, Grants, InitialDemand, MediaKind } from '../protocol/index.ts';

=======
  type AudioStats,
  type DeviceOpener,
  type Devices,
  getDevices,
  type QualityLimitation,
  type TrackStats,
  type VideoStats,
} from '../media/index.ts';

export type { DisconnectReason, Grants, InitialDemand, MediaKind, QualityLevel } from '../protocol/index.ts';

>>>>>>> 460a199 (feat(engine,rooms,hooks): qualities of connections, network metrics, the history of a room)

export type { JoinInput, SignallingAdapter, SignallingConnection, SignallingListener } from '../signalling/index.ts';
export type { Chat, ChatMessage, Message, RaisedHand, Reaction } from './Chat.ts';
export type { ChatCommands, HandCommands, ReactionCommands, SelfCommands } from './ConversationCommands.ts';
export { createRoom, initialize } from './createRoom.ts';
export type { Demand, DemandHandle } from './Demand.ts';
export type {
  DeviceChoice,
  DeviceFacts,
  DeviceState,
  DeviceStatus,
  LocalDevices,
  SpeakerState,
} from './DeviceState.ts';
export type { Environment } from './Environment.ts';
export type { DebugBundle } from './managers/history/DebugBundle.ts';
export type { HistoryDetail, HistoryEntry } from './managers/history/History.ts';
export type { StreamStats } from './managers/quality/StreamStats.ts';
export { Room } from './Room.ts';

<<<<<<< HEAD

export type { AudioCommands, ChoosableDevice, DeviceCommands, RoomCommands, SpeakerCommands } from './RoomCommands.ts';
export type { DeviceChange, NetworkMetrics, RoomEvents } from './RoomEvents.ts';

=======

export type { DeviceCommands, RoomCommands, StatsCommands } from './RoomCommands.ts';
export type { NetworkMetrics, RoomEvents } from './RoomEvents.ts';

>>>>>>> 460a199 (feat(engine,rooms,hooks): qualities of connections, network metrics, the history of a room)

export type { RoomOptions } from './RoomOptions.ts';
export type { RoomStats } from './RoomStats.ts';
export type {
  ConnectionState,
  Participant,
  State,
  Stream,
  Subscription,
  SubscriptionReason,
} from './State.ts';
export type { LocalTracks, SubscriptionKinds } from './streamArguments.ts';
export { version } from './version.ts';
