import { rm, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Ffmpeg } from './Ffmpeg.ts';

/** A file that is ready to be stored. */
export interface FinishedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly durationMs: number;
}

/**
 * Makes the file that people get of the one that was written.
 *
 * @param whole - Whether writing came to its end; if not, what there is of it is put together anew.
 * @returns `null` when nothing in it can be played.
 * @throws Error when it could not be made, for want of space say.
 */
export async function finishFile(working: string, ending: string, whole: boolean): Promise<FinishedFile | null> {
  const written = await stat(working).catch(() => null);
  if (!written || written.size === 0) return null;
  if (whole && extname(working) === `.${ending}`) return probe(working);
  const path = `${working}.finished.${ending}`;
  // A file that is cut off, or begins in the middle, is no reason to give up.
  const input = ['-y', '-err_detect', 'ignore_err', '-fflags', '+genpts', '-i', working];
  const options = ending === 'mp4' ? ['-movflags', '+faststart'] : [];
  try {
    await Ffmpeg.run('ffmpeg', ['-nostdin', ...input, '-map', '0', '-c', 'copy', ...options, path]);
  } catch (error) {
    await rm(path, { force: true });
    // What cannot even be read holds nothing; all else is told.
    if (await readable(working)) throw error;
    return null;
  }
  return probe(path);
}

async function probe(path: string): Promise<FinishedFile | null> {
  const printed = await Ffmpeg.run('ffprobe', ['-show_entries', 'format=duration', '-of', 'csv=p=0', path]).catch(
    () => '',
  );
  const seconds = Number.parseFloat(printed);
  if (!(seconds > 0)) return null;
  return { path, sizeBytes: (await stat(path)).size, durationMs: Math.round(seconds * 1000) };
}

async function readable(path: string): Promise<boolean> {
  const read = Ffmpeg.run('ffprobe', [
    '-show_entries',
    'packet=size',
    '-read_intervals',
    '%+#1',
    '-of',
    'csv=p=0',
    path,
  ]);
  return (await read.catch(() => '')).trim() !== '';
}
