import type { Rectangle } from '../../../layout/index.ts';
import type { DraftRegion, FilmDraft } from './FilmDraft.ts';
import { MOST_REGIONS } from './FilmDraft.ts';
import { type Picture, placeWithin } from './placing.ts';

/** What is done to a draft. */
export type DraftChange =
  | { readonly type: 'arranged'; readonly regions: readonly Omit<DraftRegion, 'id'>[] }
  | { readonly type: 'picture'; readonly picture: Picture }
  | { readonly type: 'added' }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'placed'; readonly id: string; readonly place: Rectangle }
  | { readonly type: 'stacked'; readonly id: string; readonly by: 1 | -1 }
  | {
      readonly type: 'filled';
      readonly id: string;
      readonly with: Partial<Pick<DraftRegion, 'maxColumns' | 'maxRows' | 'sources'>>;
    }
  | { readonly type: 'heard'; readonly sound: FilmDraft['sound'] };

/** The draft after a change. What would leave the picture is put back into it; what is not possible changes nothing. */
export function changeDraft(draft: FilmDraft, change: DraftChange): FilmDraft {
  const { regions } = draft;
  const changed = (id: string, to: (region: DraftRegion) => DraftRegion): FilmDraft => ({
    ...draft,
    regions: regions.map((region) => (region.id === id ? to(region) : region)),
  });
  switch (change.type) {
    case 'arranged':
      return { ...draft, regions: change.regions.map((region, index) => ({ ...region, id: String(index + 1) })) };
    case 'picture':
      return scaled(draft, change.picture);
    case 'added':
      return regions.length < MOST_REGIONS ? { ...draft, regions: [...regions, newRegion(draft)] } : draft;
    case 'removed':
      return regions.length > 1 ? { ...draft, regions: regions.filter(({ id }) => id !== change.id) } : draft;
    case 'placed':
      return changed(change.id, (region) => ({ ...region, ...placeWithin(change.place, draft) }));
    case 'stacked':
      return { ...draft, regions: stacked(regions, change) };
    case 'filled':
      return changed(change.id, (region) => ({ ...region, ...change.with }));
    case 'heard':
      return { ...draft, sound: change.sound };
    default:
      return change satisfies never;
  }
}

function scaled({ regions, ...draft }: FilmDraft, picture: Picture): FilmDraft {
  const [across, down] = [picture.width / draft.width, picture.height / draft.height];
  const scale = ({ x, y, width, height, ...region }: DraftRegion): DraftRegion => ({
    ...region,
    ...placeWithin({ x: x * across, y: y * down, width: width * across, height: height * down }, picture),
  });
  return { ...draft, width: picture.width, height: picture.height, regions: regions.map(scale) };
}

/** In the middle, half as wide and high as the picture, with nobody in it yet. */
function newRegion({ width, height, regions }: FilmDraft): DraftRegion {
  const place = placeWithin({ x: width / 4, y: height / 4, width: width / 2, height: height / 2 }, { width, height });
  const id = String(Math.max(0, ...regions.map((region) => Number(region.id))) + 1);
  return { ...place, id, maxColumns: null, maxRows: null, sources: [] };
}

function stacked(regions: readonly DraftRegion[], { id, by }: { id: string; by: 1 | -1 }): readonly DraftRegion[] {
  const from = regions.findIndex((region) => region.id === id);
  const other = regions[from + by];
  const region = regions[from];
  if (!region || !other) return regions;
  return regions.map((one) => (one === region ? other : one === other ? region : one));
}
