'use client';
import Plus from 'lucide-react/icons/plus';
import { useReducer, useState } from 'react';
import { type RoomSessionResource, useCreateComposition } from '../../api/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { SelectField } from '../form/SelectField.tsx';
import { formatDigits } from '../i18n/format.ts';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { ArrangementPicker } from './ArrangementPicker.tsx';
import { CompositionResult } from './CompositionResult.tsx';
import { type Arrangement, arrange } from './draft/arrangements.ts';
import { changeDraft } from './draft/changeDraft.ts';
import { type FilmDraft, MOST_REGIONS } from './draft/FilmDraft.ts';
import type { Picture } from './draft/placing.ts';
import { toCompositionInput } from './draft/toCompositionInput.ts';
import { FilmPreview } from './FilmPreview.tsx';
import { RegionForm } from './RegionForm.tsx';
import { SourceChoice } from './SourceChoice.tsx';
import type { FilmSource } from './useFilmSources.ts';

export interface FilmDeskProps {
  session: RoomSessionResource;
  sources: readonly FilmSource[];
  pictures: readonly Picture[];
}

function begin([picture = { width: 1280, height: 720 }]: readonly Picture[]): FilmDraft {
  const empty: FilmDraft = { ...picture, regions: [], sound: '*' };
  return changeDraft(empty, { type: 'arranged', regions: arrange('grid', picture, []) });
}

const sizeOf = ({ width, height }: Picture) => `${width}x${height}`;

/** Where a film is laid out and ordered. Renders a `<form>`, with what comes of it. */
export function FilmDesk({ session, sources, pictures }: FilmDeskProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const [draft, change] = useReducer(changeDraft, pictures, begin);
  const [selectedId, setSelectedId] = useState('1');
  const create = useCreateComposition();
  const videos = sources.filter(({ type }) => type === 'video');
  const audios = sources.filter(({ type }) => type === 'audio');
  const region = draft.regions.find(({ id }) => id === selectedId) ?? draft.regions[0];

  const pick = (arrangement: Arrangement) => {
    change({ type: 'arranged', regions: arrange(arrangement, draft, videos) });
    setSelectedId('1');
  };
  const add = () => {
    change({ type: 'added' });
    setSelectedId(changeDraft(draft, { type: 'added' }).regions.at(-1)?.id ?? selectedId);
  };
  const remove = () => {
    const index = draft.regions.findIndex(({ id }) => id === selectedId);
    setSelectedId((draft.regions[index + 1] ?? draft.regions[index - 1])?.id ?? selectedId);
    change({ type: 'removed', id: selectedId });
  };

  return (
    <div className="parlour-console-desk">
      {sources.length === 0 && !session.active && (
        <p className="parlour-console-notice">{messages['compositions.noRecordings']}</p>
      )}
      {session.active && <p className="parlour-console-notice">{messages['compositions.stillGoing']}</p>}
      <form
        className="parlour-console-film"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) create.mutate(toCompositionInput(session.id, draft));
        }}
      >
        <div className="parlour-console-film-stage">
          <ArrangementPicker onPick={pick} />
          <FilmPreview
            {...{ draft, videos, onChange: change, onSelect: setSelectedId }}
            selectedId={region?.id ?? selectedId}
          />
          <button
            type="button"
            className="parlour-button parlour-console-film-add"
            disabled={draft.regions.length >= MOST_REGIONS}
            onClick={add}
          >
            <Plus aria-hidden />
            {messages['compositions.addRegion']}
          </button>
        </div>
        <div className="parlour-console-film-side">
          {region && <RegionForm {...{ draft, region, videos, onChange: change, onRemove: remove }} />}
          <SelectField
            label={messages['compositions.picture']}
            options={pictures.map((picture) => ({
              value: sizeOf(picture),
              text: `${formatDigits(tag, picture.width)} × ${formatDigits(tag, picture.height)}`,
            }))}
            value={sizeOf(draft)}
            onChange={({ target }) => {
              const picture = pictures.find((one) => sizeOf(one) === target.value);
              if (picture) change({ type: 'picture', picture });
            }}
          />
          <SourceChoice
            legend={messages['compositions.sound']}
            all={messages['compositions.allSound']}
            none={messages['compositions.silence']}
            sources={audios}
            value={draft.sound}
            onChange={(sound) => change({ type: 'heard', sound })}
          />
          <p className="parlour-console-problem" role="alert">
            {create.error && messageOfFailure(messages, create.error)}
          </p>
          <button
            type="submit"
            className="parlour-button parlour-primary"
            disabled={sources.length === 0 && !session.active}
            aria-busy={create.isPending || undefined}
          >
            {messages['compositions.submit']}
          </button>
        </div>
        {create.data && <CompositionResult key={create.data.id} compositionId={create.data.id} />}
      </form>
    </div>
  );
}
