import { FRAME_RATE } from '../plan/frames.ts';
import { AUDIO_OUT, SAMPLE_RATE } from './audioGraph.ts';
import { VIDEO_OUT } from './videoGraph.ts';

/** A video file, and from where on it is read. */
export interface VideoFile {
  readonly path: string;
  /** Seconds from the beginning of the file; reading begins at the key frame before. */
  readonly seekSecs: number;
}

/** Two seconds apart: as far as a player may have to go back to show a moment. */
const KEY_FRAME_INTERVAL = 2 * FRAME_RATE;

/** One process with one error a line, which tells how far it is on its standard output. */
const quiet = ['-hide_banner', '-nostdin', '-nostats', '-v', 'error', '-progress', 'pipe:1', '-y'];

/** Renders a chunk from a file with its filter graph. */
export function videoArguments(
  files: readonly VideoFile[],
  graphFile: string,
  { frames, threads, output }: { frames: number; threads: number; output: string },
): string[] {
  return [
    ...quiet,
    ...bounded(threads),
    ...files.flatMap(({ path, seekSecs }) => [
      // One decoder thread each. The size of pictures may change on the way: the filters follow by themselves, where
      // ffmpeg would build the whole graph anew and begin at zero.
      ...['-threads', '1', '-reinit_filter', '0'],
      // From the key frame on: the picture that stands when the chunk begins may have been sent long before.
      ...(seekSecs > 0 ? ['-noaccurate_seek', '-ss', seekSecs.toFixed(6)] : []),
      ...['-i', path],
    ]),
    ...['-filter_complex_script', graphFile, '-map', `[${VIDEO_OUT}]`, '-frames:v', String(frames)],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
    ...['-g', String(KEY_FRAME_INTERVAL), '-r', String(FRAME_RATE), '-threads', String(threads)],
    // What browsers send is BT.601; unsaid, players take pictures of this size for BT.709 and shift the colours.
    ...['-colorspace', 'smpte170m', '-color_primaries', 'smpte170m', '-color_trc', 'smpte170m', '-color_range', 'tv'],
    ...['-video_track_timescale', String(FRAME_RATE * 1000), '-f', 'mp4', output],
  ];
}

/** Mixes the sound from files with their filter graph. */
export function audioArguments(
  paths: readonly string[],
  graphFile: string,
  { threads, output }: { threads: number; output: string },
): string[] {
  return [
    ...quiet,
    ...bounded(threads),
    ...paths.flatMap((path) => ['-threads', '1', '-i', path]),
    ...['-filter_complex_script', graphFile, '-map', `[${AUDIO_OUT}]`],
    ...['-c:a', 'aac', '-b:a', '128k', '-ar', String(SAMPLE_RATE), '-ac', '2', '-f', 'mp4', output],
  ];
}

/** Joins the chunks, which `chunkList` names, and the sound into the file that people get. Nothing is coded again. */
export function joinArguments(chunkList: string, audio: string | null, output: string): string[] {
  return [
    ...quiet,
    ...['-f', 'concat', '-safe', '0', '-i', chunkList],
    ...(audio === null ? [] : ['-i', audio]),
    ...['-map', '0:v:0', ...(audio === null ? [] : ['-map', '1:a:0'])],
    // The index first: a browser plays before it has all of the file.
    ...['-c', 'copy', '-movflags', '+faststart', '-video_track_timescale', String(FRAME_RATE * 1000)],
    ...['-f', 'mp4', output],
  ];
}

/** The list of files that ffmpeg's concat demuxer reads. */
export function chunkListText(chunks: readonly { path: string; frames: number }[]): string {
  return [
    'ffconcat version 1.0',
    ...chunks.flatMap(({ path, frames }) => [
      `file '${path.replaceAll("'", String.raw`'\''`)}'`,
      `duration ${(frames / FRAME_RATE).toFixed(6)}`,
    ]),
    '',
  ].join('\n');
}

function bounded(threads: number): string[] {
  return ['-filter_threads', String(threads), '-filter_complex_threads', String(threads)];
}
