import type { MediaKind } from '../../protocol/index.ts';
import type { QualityLimitation } from './TrackStats.ts';

/**
 * What the browser has counted of one track since it began, in the browser's own units: bytes, packets, seconds. What
 * a browser does not tell is null.
 */
export interface TrackCounters {
  readonly trackId: string;
  readonly kind: MediaKind;
  readonly direction: 'inbound' | 'outbound';
  /** When it was read, in milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** Packets that arrived, or were sent. */
  readonly packets: number;
  /** Packets that were lost on the way; of what we send, as the SFU reports it. Corrections may lower it. */
  readonly packetsLost: number;
  /** Packets that came too late to be played. Audio that we receive. */
  readonly packetsDiscarded: number;
  readonly jitter: number | null;
  /** Of what we send, as the SFU's reports tell it. */
  readonly roundTripTime: number | null;
  /** Sum over all samples or frames of how long they waited, and how many there were. */
  readonly jitterBufferDelay: number | null;
  readonly jitterBufferEmitted: number | null;
  readonly samples: number | null;
  /** Samples that had to be made up, without those in silence. */
  readonly concealedSamples: number | null;
  /** Frames decoded, or encoded. */
  readonly frames: number | null;
  readonly freezeSeconds: number | null;
  readonly freezes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly limitation: QualityLimitation | null;
  /** The name of the codec alone, such as `VP8`. */
  readonly codec: string | null;
}
