'use client';
import ChevronDown from 'lucide-react/icons/chevron-down';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { type Choice, ChoiceList } from './ChoiceList.tsx';

/** What there is to choose from, found by a text. */
export interface Choices {
  /** Undefined: they are on their way. */
  readonly found: readonly Choice[] | undefined;
  readonly error: Error | null;
}

export interface ChoiceFieldProps {
  label: string;
  /** Null: nothing is chosen, which stands for all. */
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  choices: Choices;
  /** Gets what is written, to look for; an empty text when the list closes. */
  onSearch: (text: string) => void;
}

/** A choice of one out of many that are looked for by what is written. The list opens below the field, and never traps. */
export function ChoiceField({ label, value, onChange, choices: { found, error }, onSearch }: ChoiceFieldProps) {
  const messages = useConsoleMessages();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  // Null: nothing is being written, and the field shows what is chosen.
  const [written, setWritten] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const rows = open && !error ? (found ?? []) : [];
  const active = rows[Math.min(at, rows.length - 1)];
  const said = error
    ? messageOfFailure(messages, error)
    : found === undefined
      ? messages['list.loading']
      : found.length === 0 && messages['form.noChoice'];

  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [active, id]);

  const close = () => {
    setOpen(false);
    setWritten(null);
    setAt(0);
    onSearch('');
  };
  const choose = (choice: Choice | null) => {
    onChange(choice);
    close();
  };
  const move = (by: 1 | -1) => {
    if (open) setAt((rows.indexOf(active as Choice) + by + rows.length) % Math.max(1, rows.length));
    else setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && open && active) choose(active);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  };

  return (
    <div className="parlour-console-field">
      <label className="parlour-console-label" htmlFor={id}>
        {label}
      </label>
      <div className="parlour-console-combobox">
        <input
          ref={field}
          id={id}
          className="parlour-input parlour-console-input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={active && `${id}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={messages['sessions.all']}
          value={written ?? value?.name ?? ''}
          onClick={() => setOpen(true)}
          onBlur={close}
          onChange={({ target }) => {
            setWritten(target.value);
            setAt(0);
            setOpen(true);
            onSearch(target.value.trim());
          }}
          onKeyDown={onKeyDown}
        />
        {value === null ? (
          <ChevronDown aria-hidden className="parlour-console-combobox-sign" />
        ) : (
          <button
            type="button"
            className="parlour-console-combobox-clear"
            aria-label={messages['form.clear'](label)}
            onClick={() => {
              choose(null);
              field.current?.focus();
            }}
          >
            <X aria-hidden />
          </button>
        )}
        {open && (
          <ChoiceList {...{ id, label, rows, active }} chosen={value} onChoose={choose}>
            {said}
          </ChoiceList>
        )}
      </div>
      <p className="parlour-console-hidden" role="status">
        {open && said}
      </p>
    </div>
  );
}
