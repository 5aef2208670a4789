import type { AudioStats, VideoStats } from '../../../media/index.ts';

/** How a stream goes, over the last second. */
export interface StreamStats {
  readonly participantId: string;
  readonly key: string;
  /** Outbound: it is our own. */
  readonly direction: 'inbound' | 'outbound';
  /** Null while none flows. */
  readonly audio: AudioStats | null;
  readonly video: VideoStats | null;
}
