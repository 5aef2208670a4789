import type { ChatCommands, HandCommands, ReactionCommands } from './ConversationCommands.ts';
import type { Demand, DemandHandle } from './Demand.ts';

/** What can be done with one of our own devices, before the room is connected as well as in it. */
export interface DeviceCommands {
  /**
   * Opens the device and, in a connected room, publishes it.
   *
   * @throws RoomError `device-…`; the state tells it too.
   */
  enable(): Promise<void>;
  /** Turns it off. The camera and the screen are let go, the microphone is kept ready but silent. */
  disable(): Promise<void>;
  /** `disable` if it is on or being opened, `enable` otherwise. */
  toggle(): Promise<void>;
}

/** What hooks may ask of a room. The room itself is one implementation, a static store's another. */
export interface RoomCommands {
  /** Loads what a connection will need, so that `connect` is one round trip. Calling it again does no harm. */
  prepare(): Promise<void>;
  /**
   * Prepares more than that, for as long as it is held: the transports are connected, and what is on is negotiated, so
   * that after `connect` somebody is seen two round trips sooner. Nobody in the room knows of it, nothing is sent, and
   * no seat is taken. What it needs a token for waits for `connect` unless `tokenInLobby` says otherwise.
   *
   * @returns Releases it; the last release gives it all up, unless the room is connected within a few seconds.
   */
  holdLobby(): () => void;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  /**
   * Keeps the room connected until released: connects with the first hold, disconnects a moment after
   * the last release. So a component may mount, unmount and mount again without leaving the room.
   */
  hold(): () => void;
  subscribeDemand(demand: Demand): DemandHandle;
  readonly chat: ChatCommands;
  readonly hands: HandCommands;
  readonly reactions: ReactionCommands;
  readonly devices: {
    readonly microphone: DeviceCommands;
    readonly camera: DeviceCommands;
    readonly screen: DeviceCommands;
  };
}
