import type { QualityLevel } from '../../protocol/index.ts';

/** Why the browser sends less video than it was asked to. */
export type QualityLimitation = 'none' | 'cpu' | 'bandwidth' | 'other';

/** What audio and video have in common. All of it is over the last interval, about a second. */
interface CommonStats {
  readonly direction: 'inbound' | 'outbound';
  /** Bits per second, headers not counted. */
  readonly bitrate: number;
  /** Packets in the interval: those that arrived, or were sent. */
  readonly packets: number;
  /** Part of the packets that did not arrive, or not in time: 0 to 1. */
  readonly packetLoss: number;
  /** How unevenly packets arrive, in milliseconds; null where the browser does not tell. */
  readonly jitter: number | null;
  /** To the SFU and back, in milliseconds; null until it is known. */
  readonly roundTripTime: number | null;
  /** The name of the codec, such as `VP8` or `opus`; null where the browser does not tell. */
  readonly codec: string | null;
  /** From 0 (unusable) to 5: see `rateAudio` and `rateVideo`. */
  readonly quality: QualityLevel;
}

/** How the audio of a stream goes. */
export interface AudioStats extends CommonStats {
  readonly kind: 'audio';
  /** Part of what is played that had to be made up: 0 to 1. Received audio only. */
  readonly concealment: number | null;
  /** How long sound waits before it is played, in milliseconds. Received audio only. */
  readonly playoutDelay: number | null;
}

/** How the video of a stream goes; of what we send, the layers together. */
export interface VideoStats extends CommonStats {
  readonly kind: 'video';
  /** Pixels; null until there is a picture. What we send: the largest layer. */
  readonly width: number | null;
  readonly height: number | null;
  readonly framesPerSecond: number | null;
  /** Part of the time for which the picture stood still: 0 to 1. Received video only. */
  readonly frozen: number | null;
  /** Why less is sent than could be. Sent video only. */
  readonly limitation: QualityLimitation | null;
}

/** How one track goes. */
export type TrackStats = AudioStats | VideoStats;

/** How the way between us and the SFU is. */
export interface PathStats {
  /** Milliseconds to the SFU and back; null until it is known. */
  readonly roundTripTime: number | null;
  /** Bits per second that the browser thinks it may send; null where it does not tell. */
  readonly availableBitrate: number | null;
  /** What the packets travel by, from us to the next hop. */
  readonly protocol: 'udp' | 'tcp' | 'tls' | null;
  /** They go by way of a TURN server. */
  readonly relayed: boolean;
  readonly iceState: string | null;
  readonly dtlsState: string | null;
}
