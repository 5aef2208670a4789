'use client';
import { useId } from 'react';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { type ArrangedSource, type Arrangement, arrange, arrangements } from './draft/arrangements.ts';
import type { Picture } from './draft/placing.ts';

export interface ArrangementPickerProps {
  onPick: (arrangement: Arrangement) => void;
}

/** What the little pictures show: a wide picture, and a source for each place. */
const PICTURE: Picture = { width: 64, height: 36 };
const SOURCES: readonly ArrangedSource[] = [
  { id: 'a', participantId: 'a', screen: false },
  { id: 'b', participantId: 'b', screen: false },
];

/** Layouts to begin with, each as a little picture of itself. Renders a `<div role="group">`. */
export function ArrangementPicker({ onPick }: ArrangementPickerProps) {
  const messages = useConsoleMessages();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are buttons
    <div className="parlour-console-field" role="group" aria-labelledby={id}>
      <span id={id} className="parlour-console-label">
        {messages['compositions.arrangement']}
      </span>
      <div className="parlour-console-arrangements">
        {arrangements.map((name) => (
          <button
            key={name}
            type="button"
            className="parlour-button parlour-console-arrangement"
            onClick={() => onPick(name)}
          >
            <svg className="parlour-console-arrangement-picture" viewBox="-2 -2 68 40" aria-hidden="true">
              <rect width={PICTURE.width} height={PICTURE.height} rx="4" />
              {name === 'grid' ? <path d="M32 0V36M0 18H64" /> : arrange(name, PICTURE, SOURCES).slice(1).map(drawn)}
            </svg>
            {messages[`compositions.${name}`]}
          </button>
        ))}
      </div>
    </div>
  );
}

const drawn = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => (
  <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx="2" data-front="" />
);
