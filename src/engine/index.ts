export type { TokenPair, TokenSource } from '../auth/index.ts';
export { RoomError, type RoomErrorCode } from '../errors/index.ts';
export { type DeviceOpener, type Devices, getDevices } from '../media/index.ts';
export type { DisconnectReason, Grants, InitialDemand, MediaKind } from '../protocol/index.ts';
export type { JoinInput, SignallingAdapter, SignallingConnection, SignallingListener } from '../signalling/index.ts';
export type { Chat, ChatMessage, Message, RaisedHand, Reaction } from './Chat.ts';
export type { ChatCommands, HandCommands, ReactionCommands, SelfCommands } from './ConversationCommands.ts';
export { createRoom, initialize } from './createRoom.ts';
export type { Demand, DemandHandle } from './Demand.ts';
export type { Environment } from './Environment.ts';
export { Room } from './Room.ts';
export type { DeviceCommands, RoomCommands } from './RoomCommands.ts';
export type { NetworkMetrics, RoomEvents } from './RoomEvents.ts';
export type { RoomOptions } from './RoomOptions.ts';
export type {
  ConnectionState,
  DeviceState,
  LocalDevices,
  Participant,
  State,
  Stream,
  Subscription,
  SubscriptionReason,
} from './State.ts';
export type { LocalTracks, SubscriptionKinds } from './streamArguments.ts';
export { version } from './version.ts';
