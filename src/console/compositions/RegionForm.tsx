'use client';
import BringToFront from 'lucide-react/icons/bring-to-front';
import SendToBack from 'lucide-react/icons/send-to-back';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Dispatch } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { NumberField } from '../form/NumberField.tsx';
import { formatDigits } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { IconButton } from '../list/IconButton.tsx';
import type { DraftChange } from './draft/changeDraft.ts';
import type { DraftRegion, FilmDraft } from './draft/FilmDraft.ts';
import { SMALLEST_SIDE } from './draft/placing.ts';
import { SourceChoice } from './SourceChoice.tsx';
import type { FilmSource } from './useFilmSources.ts';

export interface RegionFormProps {
  draft: FilmDraft;
  region: DraftRegion;
  videos: readonly FilmSource[];
  onChange: Dispatch<DraftChange>;
  onRemove: () => void;
}

/** The most columns or rows a region can have. */
const MOST_CELLS = 1000;

/** All of a region in fields: where it is, how large, in which order, and whom it shows. */
export function RegionForm({ draft, region, videos, onChange, onRemove }: RegionFormProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const { id, x, y, width, height } = region;
  const index = draft.regions.indexOf(region);
  const last = draft.regions.length - 1;
  const place = (change: Partial<Pick<DraftRegion, 'x' | 'y' | 'width' | 'height'>>) =>
    onChange({ type: 'placed', id, place: { ...region, ...change } });
  const cells = { min: 1, max: MOST_CELLS, clearable: true, hint: messages['compositions.asNeeded'] };
  return (
    <section className="parlour-console-card" aria-labelledby={`${id}-region`}>
      <header className="parlour-console-card-header">
        <h2 id={`${id}-region`} className="parlour-console-card-heading">
          {messages['compositions.region'](formatDigits(tag, index + 1))}
        </h2>
        <IconButton
          label={messages['compositions.backward']}
          icon={<SendToBack aria-hidden />}
          disabled={index === 0}
          onClick={() => onChange({ type: 'stacked', id, by: -1 })}
        />
        <IconButton
          label={messages['compositions.forward']}
          icon={<BringToFront aria-hidden />}
          disabled={index === last}
          onClick={() => onChange({ type: 'stacked', id, by: 1 })}
        />
        <IconButton
          danger
          label={messages['compositions.removeRegion']}
          icon={<Trash2 aria-hidden />}
          disabled={last === 0}
          onClick={onRemove}
        />
      </header>
      <SourceChoice
        legend={messages['compositions.shows']}
        all={messages['compositions.all']}
        sources={videos}
        value={region.sources}
        onChange={(sources) => onChange({ type: 'filled', id, with: { sources } })}
      />
      <div className="parlour-console-numbers">
        <NumberField
          {...{ label: messages['compositions.left'], value: x, min: 0, max: draft.width - width }}
          onChange={(to) => to !== null && place({ x: to })}
        />
        <NumberField
          {...{ label: messages['compositions.top'], value: y, min: 0, max: draft.height - height }}
          onChange={(to) => to !== null && place({ y: to })}
        />
        <NumberField
          {...{ label: messages['compositions.width'], value: width, min: SMALLEST_SIDE, max: draft.width - x }}
          onChange={(to) => to !== null && place({ width: to })}
        />
        <NumberField
          {...{ label: messages['compositions.height'], value: height, min: SMALLEST_SIDE, max: draft.height - y }}
          onChange={(to) => to !== null && place({ height: to })}
        />
        <NumberField
          {...{ ...cells, label: messages['compositions.columns'], value: region.maxColumns }}
          onChange={(maxColumns) => onChange({ type: 'filled', id, with: { maxColumns } })}
        />
        <NumberField
          {...{ ...cells, label: messages['compositions.rows'], value: region.maxRows }}
          onChange={(maxRows) => onChange({ type: 'filled', id, with: { maxRows } })}
        />
      </div>
    </section>
  );
}
