import type { AudioProcessor, ProcessingCost, VideoProcessor } from '../media/index.ts';
import type { MediaKind } from '../protocol/index.ts';
import type { ChatCommands, HandCommands, ReactionCommands } from './ConversationCommands.ts';
import type { Demand, DemandHandle } from './Demand.ts';
import type { EffectOptions } from './DeviceState.ts';
import type { ModerationCommands } from './ModerationCommands.ts';
import type { StreamStats } from './managers/quality/StreamStats.ts';
import type { RecordingCommands } from './RecordingCommands.ts';

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

/** A device of which there may be several. */
export interface ChoosableDevice extends DeviceCommands {
  /**
   * Uses this one from now on, at once if it is on; null for the system's default. The choice is kept for the next
   * visit, by id and by name. When it cannot be used, everything stays as it was.
   *
   * @throws RoomError `device-…`
   */
  choose(deviceId: string | null): Promise<void>;
}

/** Where sound comes out. */
export interface SpeakerCommands {
  /** @throws RoomError `device-…`; `browser-unsupported` where only the system can choose. */
  choose(deviceId: string | null): Promise<void>;
}

/** Plays sound by the chosen speaker, and keeps it playing. */
export interface AudioCommands {
  /** Plays a track by an element that shows nothing. @returns Stops it. */
  play(track: MediaStreamTrack): () => void;
  /** Has an element of your own follow the chosen speaker, and starts it when the browser allows it. @returns Undoes it. */
  attach(element: HTMLMediaElement): () => void;
  /** To be called in a click, while the speaker's state says `blocked`. */
  unblock(): Promise<void>;
}

/** How streams and our own connection do, read from the browser only while somebody asks. */
export interface StatsCommands {
  /** Calls `listener` each second with how a stream goes, in a connected room. @returns Undoes it. */
  watchStream(participantId: string, key: string, listener: (stats: StreamStats) => void): () => void;
  /**
   * Has our own connection measured, so that its quality in the state is not only what the SFU sees of it.
   *
   * @returns Undoes it.
   */
  watchConnection(): () => void;
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
  /** Calls `listener` with a participant's loudness, from 0 to 1, a few times a second while it is heard. */
  subscribeAudioLevel(participantId: string, listener: (level: number) => void): () => void;
  readonly stats: StatsCommands;
  readonly moderation: ModerationCommands;
  readonly recording: RecordingCommands;
  readonly devices: {
    readonly microphone: ChoosableDevice;
    readonly camera: ChoosableDevice;
    /** Shares a screen as the stream `presentation`. */
    readonly screen: DeviceCommands;
    /** Shares a screen as the stream of that key, so that there may be several. */
    screenShare(key: string): DeviceCommands;
    readonly speaker: SpeakerCommands;
    /**
     * Has the camera's picture processed from now on, by one of `parlour/effects` or your own; null for none. It stays
     * when the camera is turned off, exchanged, or the room is left; nothing is negotiated for it. While the effect of a
     * camera that is turned on starts, nothing is seen. When it fails, the plain picture goes on, and the state says why.
     *
     * @throws RoomError `effect-failed`, `browser-unsupported`
     */
    setVideoEffect(processor: VideoProcessor | null, options?: EffectOptions): Promise<void>;
    /** The same for the microphone; while the effect starts, the plain sound is heard. @throws RoomError `effect-failed`, … */
    setAudioEffect(processor: AudioProcessor | null, options?: EffectOptions): Promise<void>;
    /** What an effect costs at the moment; null while none is on, or it does not tell. */
    effectCost(kind: MediaKind): ProcessingCost | null;
    /**
     * Keeps the lists of devices and the permissions in the state up to date until undone. While a device is on, and
     * in a connected room, they are so anyway.
     */
    watch(): () => void;
    /** Turns everything off and lets the hardware go: what leaving a room does, for who leaves the lobby. */
    release(): Promise<void>;
  };
  readonly audio: AudioCommands;
}
