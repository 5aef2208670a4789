import type { MediaKind } from '../../../src/protocol/index.ts';
import type { MediaTap, TapOptions } from './RoomMedia.ts';

/** A track that is to be recorded. */
export interface RecordedTrack {
  readonly roomId: string;
  /** The session that goes on; rejects when it could not begin. */
  readonly session: Promise<string>;
  readonly participantId: string;
  readonly streamKey: string;
  readonly kind: MediaKind;
  /** Sends it to a port of this machine. Rejects when it is gone. */
  openTap(options: Omit<TapOptions, 'producerId'>): Promise<MediaTap>;
}

/** Records tracks. The domain knows it by this only; whatever goes wrong in it stays in it. */
export interface TrackRecorder {
  /** Begins with the first packet that comes, and goes on until it is told to {@link TrackRecording.stop}. */
  record(track: RecordedTrack): TrackRecording;
}

/** A track that is being recorded. */
export interface TrackRecording {
  /** The track is over, or is not to be recorded any more: what there is becomes a file. Idempotent. */
  stop(): void;
}
