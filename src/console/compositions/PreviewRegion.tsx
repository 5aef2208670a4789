'use client';
import { type ComponentPropsWithoutRef, useMemo } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { formatDigits } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import type { DraftRegion, FilmDraft } from './draft/FilmDraft.ts';
import { cellsOf, placeStyle, regionText } from './preview.ts';
import type { FilmSource } from './useFilmSources.ts';

export interface PreviewRegionProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'> {
  region: DraftRegion;
  /** Counted from the back, from 1. */
  number: number;
  draft: FilmDraft;
  videos: readonly FilmSource[];
  selected: boolean;
}

/** Of how many recordings at most the first picture is fetched. */
const MOST_PICTURES = 16;

/** A region in the preview, with whom it shows. Renders a `<button>`. */
export function PreviewRegion({ region, number, draft, videos, selected, ...props }: PreviewRegionProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const cells = useMemo(() => cellsOf(region, videos), [region, videos]);
  return (
    <button
      type="button"
      {...props}
      className="parlour-console-region"
      style={placeStyle(region, draft)}
      aria-pressed={selected}
    >
      <span className="parlour-console-hidden">
        {[regionText(messages, tag, number, region), ...cells.map(({ source }) => source.label)].join(', ')}
      </span>
      {cells.map(({ source, place }) => (
        <span
          key={source.id}
          className="parlour-console-film-cell"
          style={placeStyle({ ...place, x: place.x - region.x, y: place.y - region.y }, region)}
          data-screen={source.screen ? '' : undefined}
          aria-hidden="true"
        >
          {source.url !== null && cells.length <= MOST_PICTURES && (
            <video className="parlour-console-film-picture" src={source.url} preload="metadata" muted tabIndex={-1} />
          )}
          <bdi className="parlour-console-film-name">{source.label}</bdi>
        </span>
      ))}
      <span className="parlour-console-region-number" aria-hidden="true">
        {formatDigits(tag, number)}
      </span>
    </button>
  );
}
