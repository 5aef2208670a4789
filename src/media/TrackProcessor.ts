import type { MediaKind } from '../protocol/index.ts';

/** What processing costs, of late. */
export interface ProcessingCost {
  /** Milliseconds of processing for each frame: a picture, or 10 ms of sound. */
  readonly msPerFrame: number;
  /** Frames that were processed each second. */
  readonly framesPerSecond: number;
}

/** A track that a processor made of another one. */
export interface ProcessedTrack {
  readonly track: MediaStreamTrack;
  /** What it costs; null before anything is known. It is asked once a second at most. */
  cost?(): ProcessingCost | null;
  /** Ends it. The track that it is made of goes on. */
  stop(): void;
}

/** What a processor is told, and tells. */
export interface ProcessingContext {
  /** Aborts when the result is not wanted any more, also while it is being made. */
  readonly signal: AbortSignal;
  /** To be called if it breaks later: then the unprocessed track is used. */
  failed(error: unknown): void;
}

/**
 * Makes another track of the one that a camera or microphone gives: a blurred background, less noise, or whatever you
 * write. It may be used for several tracks, one after the other: devices change and are turned off and on.
 */
export interface TrackProcessor<Kind extends MediaKind = MediaKind> {
  readonly kind: Kind;
  /** Tells processors apart, such as `background-blur`. */
  readonly name: string;
  /** @throws Anything; the unprocessed track is used then, and the state says why. */
  process(track: MediaStreamTrack, context: ProcessingContext): Promise<ProcessedTrack>;
}

/** Changes the camera's picture. */
export type VideoProcessor = TrackProcessor<'video'>;
/** Changes the microphone's sound. */
export type AudioProcessor = TrackProcessor<'audio'>;
