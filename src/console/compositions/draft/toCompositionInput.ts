import type { CreateCompositionInput } from '../../../api/index.ts';
import type { DraftRegion, FilmDraft } from './FilmDraft.ts';

type RegionInput = NonNullable<NonNullable<CreateCompositionInput['video_layout']>[string]>;

/** The draft as the REST API takes it. */
export function toCompositionInput(
  sessionId: string,
  { width, height, regions, sound }: FilmDraft,
): CreateCompositionInput {
  return {
    session_id: sessionId,
    resolution: `${width}x${height}`,
    video_layout: Object.fromEntries(
      regions.map((region, index) => [`region-${region.id}`, regionInput(region, index)]),
    ),
    audio_sources: sound === null ? null : listed(sound),
  };
}

function regionInput({ x, y, width, height, maxColumns, maxRows, sources }: DraftRegion, index: number): RegionInput {
  return {
    ...{ x_pos: x, y_pos: y, z_pos: index, width, height },
    ...{ max_columns: maxColumns, max_rows: maxRows, video_sources: listed(sources) },
  };
}

const listed = (sources: readonly string[] | '*'): string[] => (sources === '*' ? ['*'] : [...sources]);
