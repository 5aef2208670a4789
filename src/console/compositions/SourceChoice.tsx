'use client';
import { useId } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { formatDuration, formatTime } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import type { FilmSource } from './useFilmSources.ts';

type Chosen = readonly string[] | '*' | null;

export interface SourceChoiceProps<Value extends Chosen> {
  legend: string;
  /** The words for all of them. */
  all: string;
  /** The words for none of them. @default there is no such choice */
  none?: string | undefined;
  sources: readonly FilmSource[];
  value: Value;
  onChange: (value: readonly string[] | '*' | Extract<Value, null>) => void;
}

/** Which recordings are used: all, those that are ticked in the order in which they were, or none. Renders a `<fieldset>`. */
export function SourceChoice<Value extends Chosen>({
  legend,
  all,
  none,
  sources,
  value,
  onChange,
}: SourceChoiceProps<Value>) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const name = useId();
  const chosen = typeof value === 'string' || value === null ? null : (value as readonly string[]);
  const toggle = (id: string) =>
    chosen && onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const radio = (text: string, checked: boolean, onPick: () => void) => (
    <label className="parlour-console-check">
      <input type="radio" name={name} className="parlour-console-checkbox" checked={checked} onChange={onPick} />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset className="parlour-console-set">
      <legend className="parlour-console-label">{legend}</legend>
      {radio(all, value === '*', () => onChange('*'))}
      {radio(messages['compositions.chosen'], chosen !== null, () => onChange(sources.map(({ id }) => id)))}
      {chosen && (
        <ul className="parlour-console-sources">
          {sources.map(({ id, label, startedAt, durationSecs }) => (
            <li key={id}>
              <label className="parlour-console-check">
                <input
                  type="checkbox"
                  className="parlour-console-checkbox"
                  checked={chosen.includes(id)}
                  onChange={() => toggle(id)}
                />
                <bdi className="parlour-console-name">{label}</bdi>
                <span className="parlour-console-muted parlour-console-digits">
                  {formatTime(tag, startedAt)}
                  {durationSecs !== null && ` · ${formatDuration(tag, durationSecs)}`}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {chosen?.length === 0 && <p className="parlour-console-hint">{messages['compositions.nothingChosen']}</p>}
      {none !== undefined && radio(none, value === null, () => onChange(null as Extract<Value, null>))}
    </fieldset>
  );
}
