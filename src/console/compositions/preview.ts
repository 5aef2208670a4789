import { placeGrid, type Rectangle } from '../../layout/index.ts';
import type { ConsoleMessages } from '../i18n/ConsoleMessages.ts';
import { formatDigits } from '../i18n/format.ts';
import type { DraftRegion } from './draft/FilmDraft.ts';
import type { FilmSource } from './useFilmSources.ts';

/** A source where the film shows it, in pixels of the picture. */
export interface PreviewCell {
  readonly source: FilmSource;
  readonly place: Rectangle;
}

/** The cells of a region when all whom it shows are there at once. Who came back has one cell, as in the film. */
export function cellsOf(region: DraftRegion, videos: readonly FilmSource[]): readonly PreviewCell[] {
  const byId = new Map(videos.map((source) => [source.id, source]));
  const shown = region.sources === '*' ? videos : region.sources.flatMap((id) => byId.get(id) ?? []);
  const streams = [...new Map(shown.map((source) => [`${source.participantId} ${source.screen}`, source])).values()];
  return placeGrid(region, streams.length, region).map((place, index) => ({
    source: streams[index] as FilmSource,
    place,
  }));
}

/** `Region 1: 0, 0, 640 × 360`: from the left, from the top, and the size, in pixels. */
export function regionText(messages: ConsoleMessages, tag: string, number: number, place: Rectangle): string {
  const digits = (value: number) => formatDigits(tag, value);
  const name = messages['compositions.region'](digits(number));
  return `${name}: ${digits(place.x)}, ${digits(place.y)}, ${digits(place.width)} × ${digits(place.height)}`;
}

/** A place in the picture as a style of a box that is as wide and high as the picture is shown. */
export function placeStyle({ x, y, width, height }: Rectangle, within: { width: number; height: number }) {
  const percent = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return {
    insetInlineStart: percent(x, within.width),
    insetBlockStart: percent(y, within.height),
    inlineSize: percent(width, within.width),
    blockSize: percent(height, within.height),
  };
}
