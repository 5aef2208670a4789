import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecondsSpan } from '../plan/findSpans.ts';
import { FRAME_RATE, toFrame } from '../plan/frames.ts';
import { type Chunk, planChunks } from '../plan/planChunks.ts';
import { type Fit, planClips, type Region, type VideoSource } from '../plan/planClips.ts';
import { presence } from '../plan/presence.ts';
import { audioArguments, chunkListText, joinArguments, videoArguments } from './arguments.ts';
import { audioGraph } from './audioGraph.ts';
import { probeRecording } from './probeRecording.ts';
import { type FfmpegRun, runFfmpeg } from './runFfmpeg.ts';
import { type Size, type VideoInput, videoGraph } from './videoGraph.ts';

/** A recorded file, and when it was recorded, in seconds of the composition. */
export interface FilmRecording {
  readonly id: string;
  readonly path: string;
  readonly startSecs: number;
  readonly endSecs: number;
}

/** What a film is made of. */
export interface FilmPlan {
  readonly videos: readonly (FilmRecording & { readonly fit: Fit })[];
  /** The recordings to be heard; `null`: a film without sound. */
  readonly audios: readonly FilmRecording[] | null;
  readonly regions: readonly Region[];
  readonly size: Size;
  readonly durationSecs: number;
}

/** How it is made. */
export interface FilmOptions {
  /** An empty folder for what is made on the way; the caller removes it. */
  folder: string;
  /** Threads of each step. */
  threads: number;
  signal: AbortSignal;
  onStart?: FfmpegRun['onStart'];
  /** Told how far it is, from 0 to 1. */
  onProgress?: (progress: number) => void;
  /** How many clips one run of ffmpeg may hold. @default 64 */
  mostClips?: number;
}

/** A finished film. */
export interface Film {
  readonly path: string;
  readonly sizeBytes: number;
  readonly durationSecs: number;
}

/** How much of the work is done when the picture is; the sound is the rest. */
const SHARE_OF_VIDEO = 0.9;

/** Renders recordings into one mp4: the picture stretch by stretch, the sound as a whole, and both put together. */
export async function composeFilm(plan: FilmPlan, options: FilmOptions): Promise<Film> {
  const { folder, signal, onProgress } = options;
  const totalFrames = Math.max(1, toFrame(plan.durationSecs));
  const durationSecs = totalFrames / FRAME_RATE;
  const videos = await probeAll(plan.videos, signal);
  const clips = planClips(
    plan.regions,
    videos.map((video) => toSource(video, totalFrames)),
  );
  const chunks = planChunks(clips, totalFrames, options.mostClips);
  const rendered: { path: string; frames: number }[] = [];
  for (const chunk of chunks) {
    const report = (secs: number) =>
      onProgress?.((SHARE_OF_VIDEO * Math.min(chunk.to, chunk.from + secs * FRAME_RATE)) / totalFrames);
    rendered.push(await renderChunk(chunk, { videos, size: plan.size }, rendered.length, options, report));
  }
  const audio = plan.audios === null ? null : await mixSound(plan.audios, durationSecs, options);
  const list = join(folder, 'chunks.txt');
  await writeFile(list, chunkListText(rendered));
  const path = join(folder, 'film.mp4');
  await runFfmpeg(joinArguments(list, audio, path), run(options));
  return { path, sizeBytes: (await stat(path)).size, durationSecs };
}

/** When there is something in the files; each recording starts with that. */
async function probeAll<Recorded extends FilmRecording>(
  recordings: readonly Recorded[],
  signal: AbortSignal,
): Promise<(Recorded & { readonly spans: SecondsSpan[] })[]> {
  const found = [];
  for (const recording of recordings) {
    const { startSecs, spans } = await probeRecording(recording, signal);
    found.push({ ...recording, startSecs: recording.startSecs + startSecs, spans });
  }
  return found;
}

function toSource(
  { id, fit, spans, ...stretch }: FilmPlan['videos'][number] & { spans: readonly SecondsSpan[] },
  totalFrames: number,
): VideoSource {
  return { id, fit, spans: presence(spans, fit, stretch, totalFrames) };
}

async function renderChunk(
  chunk: Chunk,
  { videos, size }: Pick<FilmPlan, 'videos' | 'size'>,
  index: number,
  options: FilmOptions,
  onProgress: (secs: number) => void,
): Promise<{ path: string; frames: number }> {
  const files: { path: string; seekSecs: number }[] = [];
  const inputs: VideoInput[] = [];
  for (const { id, path, startSecs } of videos) {
    const shownFrom = chunk.clips.filter(({ sourceId }) => sourceId === id).map(({ from }) => from / FRAME_RATE);
    if (shownFrom.length === 0) continue;
    const seekSecs = Math.max(0, Math.min(...shownFrom) - startSecs);
    files.push({ path, seekSecs });
    inputs.push({ sourceId: id, offsetSecs: startSecs + seekSecs - chunk.from / FRAME_RATE });
  }
  const graph = join(options.folder, `chunk${index}.txt`);
  await writeFile(graph, videoGraph(chunk, inputs, size));
  const path = join(options.folder, `chunk${index}.mp4`);
  const frames = chunk.to - chunk.from;
  const args = videoArguments(files, graph, { frames, threads: options.threads, output: path });
  await runFfmpeg(args, { ...run(options), onProgress });
  return { path, frames };
}

async function mixSound(audios: readonly FilmRecording[], durationSecs: number, options: FilmOptions): Promise<string> {
  const inputs = (await probeAll(audios, options.signal))
    .filter(({ spans }) => spans.length > 0)
    .map(({ path, spans, startSecs }) => ({ path, spans, offsetSecs: startSecs }));
  const graph = join(options.folder, 'sound.txt');
  await writeFile(graph, audioGraph(inputs, durationSecs));
  const output = join(options.folder, 'sound.m4a');
  const paths = inputs.map(({ path }) => path);
  await runFfmpeg(audioArguments(paths, graph, { threads: options.threads, output }), {
    ...run(options),
    onProgress: (secs) =>
      options.onProgress?.(SHARE_OF_VIDEO + (1 - SHARE_OF_VIDEO) * Math.min(1, secs / durationSecs)),
  });
  return output;
}

function run({ signal, onStart }: FilmOptions): FfmpegRun {
  return { signal, ...(onStart && { onStart }) };
}
