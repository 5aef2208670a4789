import { type GridLimits, placeGrid, type Rectangle } from '../../../../src/layout/index.ts';
import type { FrameSpan } from './frames.ts';

/** How a picture fills a cell of another shape: `cover` cuts its edges off, `contain` leaves bars beside it. */
export type Fit = 'cover' | 'contain';

/** A video recording, as far as the layout goes. */
export interface VideoSource {
  readonly id: string;
  readonly fit: Fit;
  /** When it has a picture, in order and apart from each other. */
  readonly spans: readonly FrameSpan[];
}

/** A part of the picture with a grid of sources. */
export interface Region extends GridLimits {
  readonly area: Rectangle;
  /** Regions with a higher one are on top; of two with the same, the later one is. */
  readonly zPos: number;
  /** Ids in the order of their cells, or all there are in the order in which they come. */
  readonly sources: readonly string[] | '*';
}

/** A source in one place for some time. */
export interface Clip extends FrameSpan {
  readonly sourceId: string;
  readonly fit: Fit;
  readonly cell: Rectangle;
}

/**
 * Where each source is shown at what time. A source has a cell while it has a picture: with everyone who comes or
 * goes the cells of the region are laid out anew. The clips come in the order in which they are painted.
 */
export function planClips(regions: readonly Region[], sources: readonly VideoSource[]): Clip[] {
  return [...regions].sort((a, b) => a.zPos - b.zPos).flatMap((region) => clipsOf(region, candidates(region, sources)));
}

function candidates(region: Region, sources: readonly VideoSource[]): VideoSource[] {
  if (region.sources === '*') {
    const start = ({ spans }: VideoSource) => spans[0]?.from ?? Number.POSITIVE_INFINITY;
    return [...sources].sort((a, b) => start(a) - start(b) || a.id.localeCompare(b.id, 'en'));
  }
  const byId = new Map(sources.map((source) => [source.id, source]));
  return [...new Set(region.sources)].flatMap((id) => byId.get(id) ?? []);
}

function clipsOf(region: Region, sources: readonly VideoSource[]): Clip[] {
  const clips: Clip[] = [];
  const open = new Map<string, number>();
  for (const interval of intervals(sources)) {
    const present = sources.filter(({ spans }) => spans.some((span) => covers(span, interval)));
    const cells = placeGrid(region.area, present.length, region);
    for (const [index, cell] of cells.entries()) {
      const { id, fit } = present[index] as VideoSource;
      const last = open.get(id);
      const before = last === undefined ? undefined : clips[last];
      if (last !== undefined && before?.to === interval.from && isSame(before.cell, cell)) {
        clips[last] = { ...before, to: interval.to };
      } else {
        open.set(id, clips.length);
        clips.push({ sourceId: id, fit, cell, ...interval });
      }
    }
  }
  return clips;
}

/** The stretches in which nobody comes or goes. */
function intervals(sources: readonly VideoSource[]): FrameSpan[] {
  const changes = new Set(sources.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to])));
  const moments = [...changes].sort((a, b) => a - b);
  return moments.slice(1).map((to, index) => ({ from: moments[index] as number, to }));
}

function covers(span: FrameSpan, { from, to }: FrameSpan): boolean {
  return span.from <= from && span.to >= to;
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
