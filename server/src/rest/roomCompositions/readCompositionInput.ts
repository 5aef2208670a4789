import type { Static } from 'typebox';
import { even } from '../../../../src/layout/index.ts';
import type { AudioSources, Sources, VideoLayout, VideoRegion } from '../../compositions/CompositionLayout.ts';
import type { Size } from '../../compositions/ffmpeg/videoGraph.ts';
import { ApiError } from '../errors/ApiError.ts';
import { type NewCompositionInput, type RegionInput, SMALLEST_SIDE } from './schemas.ts';

const DEFAULT_SIZE: Size = { width: 1280, height: 720 };

/** The picture of a composition, and what is heard. */
export interface RequestedFilm extends Size {
  videoLayout: VideoLayout;
  audioSources: AudioSources;
}

type Input = Pick<Static<typeof NewCompositionInput>, 'resolution' | 'video_layout' | 'audio_sources'>;

/**
 * Reads what a film is to look like from a body that the schema has let through, with the defaults of what is left out.
 *
 * @throws ApiError where a size is out of range or a region reaches beyond the picture.
 */
export function readCompositionInput(input: Input, largest: Size): RequestedFilm {
  const size = readResolution(input.resolution, largest);
  const given = Object.entries(input.video_layout ?? {});
  const regions = given.length > 0 ? given : [['everyone', everyone] as const];
  return {
    ...size,
    videoLayout: Object.fromEntries(regions.map(([name, region]) => [name, readRegion(name, region, size)])),
    audioSources: input.audio_sources === null ? null : readSources(input.audio_sources),
  };
}

/** The sides are bounded each, and so is the number of pixels. */
function readResolution(text: string | null, largest: Size): Size {
  const [width = 0, height = 0] = (text ?? defaultFor(largest)).split('x').map(Number);
  const longest = Math.max(largest.width, largest.height);
  const fits = (side: number) => side >= SMALLEST_SIDE && side <= longest;
  if (!fits(width) || !fits(height) || width * height > largest.width * largest.height) {
    throw new ApiError(
      'field-invalid',
      `/resolution is ${text}: each side must be from ${SMALLEST_SIDE} to ${longest}, and all of it no more than ${largest.width}x${largest.height} pixels.`,
      { source: { pointer: '/resolution' } },
    );
  }
  return { width: even(width), height: even(height) };
}

function defaultFor({ width, height }: Size): string {
  const fits = width * height >= DEFAULT_SIZE.width * DEFAULT_SIZE.height;
  return fits ? `${DEFAULT_SIZE.width}x${DEFAULT_SIZE.height}` : `${width}x${height}`;
}

const everyone: RegionInput = {
  ...{ x_pos: 0, y_pos: 0, z_pos: 0, width: null, height: null },
  ...{ max_columns: null, max_rows: null, video_sources: '*' },
};

function readRegion(name: string, input: RegionInput, size: Size): VideoRegion {
  const xPos = input.x_pos ?? 0;
  const yPos = input.y_pos ?? 0;
  const width = input.width ?? size.width - xPos;
  const height = input.height ?? size.height - yPos;
  requireWithin(name, ['x_pos', 'width'], [xPos, width], size.width);
  requireWithin(name, ['y_pos', 'height'], [yPos, height], size.height);
  return {
    ...{ xPos, yPos, zPos: input.z_pos ?? 0, width, height },
    ...{ maxColumns: input.max_columns, maxRows: input.max_rows },
    videoSources: readSources(input.video_sources),
  };
}

function requireWithin(
  name: string,
  [start, length]: readonly [string, string],
  [from, extent]: readonly [number, number],
  limit: number,
): void {
  if (from + extent <= limit && extent >= SMALLEST_SIDE) return;
  const field = extent < SMALLEST_SIDE ? start : length;
  const pointer = `/video_layout/${escapePointer(name)}/${field}`;
  const detail = `${pointer}: the region reaches from ${from} to ${from + extent} and must end within the picture, which ends at ${limit}; it has ${SMALLEST_SIDE} pixels at least.`;
  throw new ApiError('field-invalid', detail, { source: { pointer } });
}

function readSources(sources: string | readonly string[] | null): Sources {
  if (sources === null || typeof sources === 'string' || sources.includes('*')) return '*';
  return sources.map((id) => id.toLowerCase());
}

/** A name as a part of a JSON pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
