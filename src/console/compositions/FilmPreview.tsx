'use client';
import { type Dispatch, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import type { DraftChange } from './draft/changeDraft.ts';
import type { DraftRegion, FilmDraft } from './draft/FilmDraft.ts';
import { CORNERS, placeWithin } from './draft/placing.ts';
import { PreviewRegion } from './PreviewRegion.tsx';
import { placeStyle, regionText } from './preview.ts';
import type { FilmSource } from './useFilmSources.ts';
import { useRegionDrag } from './useRegionDrag.ts';

export interface FilmPreviewProps {
  draft: FilmDraft;
  videos: readonly FilmSource[];
  selectedId: string;
  onSelect: (id: string) => void;
  onChange: Dispatch<DraftChange>;
}

/** How far a key moves an edge, in pixels of the picture; with the control key held, the least there is. */
const STEP = 16;
const FINE_STEP = 2;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture of the film with its regions, which are moved and given another size by the pointer or by keys. */
export function FilmPreview({ draft, videos, selectedId, onSelect, onChange }: FilmPreviewProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const hintId = useId();
  const canvas = useRef<HTMLDivElement>(null);
  const drag = useRegionDrag(draft, canvas, (id, place) => onChange({ type: 'placed', id, place }));
  const [told, setTold] = useState('');
  const selected = draft.regions.find(({ id }) => id === selectedId);

  const onKeyDown = (region: DraftRegion, number: number) => (event: KeyboardEvent<HTMLButtonElement>) => {
    const arrow = ARROWS[event.key];
    if (arrow && !event.altKey) {
      event.preventDefault();
      const step = event.ctrlKey || event.metaKey ? FINE_STEP : STEP;
      const [x, y] = [arrow[0] * step, arrow[1] * step];
      const { width, height } = region;
      const to = event.shiftKey
        ? // The edge that a key moves does not push the others.
          {
            ...region,
            width: Math.min(width + x, draft.width - region.x),
            height: Math.min(height + y, draft.height - region.y),
          }
        : { ...region, x: region.x + x, y: region.y + y };
      const place = placeWithin(to, draft);
      onChange({ type: 'placed', id: region.id, place });
      setTold(regionText(messages, tag, number, place));
    } else if (event.key === 'Escape' && drag.cancel()) {
      event.preventDefault();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && draft.regions.length > 1) {
      event.preventDefault();
      const { currentTarget: button } = event;
      const next = button.nextElementSibling ?? button.previousElementSibling;
      const neighbour = draft.regions[number] ?? draft.regions[number - 2];
      if (next instanceof HTMLButtonElement) next.focus();
      else (button.previousElementSibling as HTMLElement | null)?.focus();
      if (neighbour) onSelect(neighbour.id);
      onChange({ type: 'removed', id: region.id });
    }
  };

  return (
    <div className="parlour-console-preview">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        ref={canvas}
        className="parlour-console-canvas"
        // A film is not mirrored where one reads from the right.
        dir="ltr"
        role="group"
        aria-label={messages['compositions.canvas']}
        style={{ '--parlour-console-ratio': draft.width / draft.height } as object}
      >
        {draft.regions.map((region, index) => (
          <PreviewRegion
            key={region.id}
            region={region}
            number={index + 1}
            draft={draft}
            videos={videos}
            selected={region.id === selectedId}
            aria-describedby={hintId}
            {...drag.handlers(region)}
            onFocus={() => onSelect(region.id)}
            onClick={() => onSelect(region.id)}
            onKeyDown={onKeyDown(region, index + 1)}
          />
        ))}
        {selected && (
          // On top of all, so that its corners can be taken also where another region covers them.
          <span className="parlour-console-frame" style={placeStyle(selected, draft)} aria-hidden="true">
            {CORNERS.map((corner) => (
              <span
                key={`${corner.x} ${corner.y}`}
                className="parlour-console-corner"
                data-x={corner.x}
                data-y={corner.y}
                {...drag.handlers(selected, corner)}
              />
            ))}
          </span>
        )}
      </div>
      <p id={hintId} className="parlour-console-hint">
        {messages['compositions.keys']}
      </p>
      <p className="parlour-console-hidden" role="status">
        {told}
      </p>
    </div>
  );
}
