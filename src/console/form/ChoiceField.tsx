'use client';
import { Combobox } from '@base-ui/react/combobox';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import ChevronDown from 'lucide-react/icons/chevron-down';
import X from 'lucide-react/icons/x';
import { useId, useMemo, useState } from 'react';
import { popupContainer } from '../../ui/index.ts';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';

/** One of many, by its name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Tells it from others of the same name. */
  readonly hint?: string | undefined;
}

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

const nameOf = ({ name }: Choice) => name;
const isSame = (one: Choice, other: Choice) => one.id === other.id;

/** A choice of one out of many that are looked for on the server by what is written. */
export function ChoiceField({ label, value, onChange, choices: { found, error }, onSearch }: ChoiceFieldProps) {
  const messages = useConsoleMessages();
  const id = useId();
  const [field, setField] = useState<HTMLElement | null>(null);
  const [text, setText] = useState('');
  // The one that is chosen is always among them, or it could not be shown.
  const items = useMemo(() => {
    const list = found ?? [];
    return value === null || text !== '' || list.some((one) => isSame(one, value)) ? list : [value, ...list];
  }, [found, value, text]);
  const search = (next: string) => {
    setText(next);
    onSearch(next);
  };
  const said = error ? messageOfFailure(messages, error) : found === undefined ? messages['list.loading'] : null;
  const direction = field && getComputedStyle(field).direction === 'rtl' ? 'rtl' : 'ltr';

  return (
    <div ref={setField} className="parlour-console-field">
      <label className="parlour-console-label" htmlFor={id}>
        {label}
      </label>
      <DirectionProvider direction={direction}>
        <Combobox.Root
          items={items}
          filter={null}
          value={value}
          itemToStringLabel={nameOf}
          isItemEqualToValue={isSame}
          autoHighlight
          onValueChange={onChange}
          onInputValueChange={(next, { reason }) => {
            if (reason === 'input-change') search(next.trim());
          }}
          onOpenChangeComplete={(open) => {
            if (!open) search('');
          }}
        >
          <Combobox.InputGroup className="parlour-console-combobox">
            <Combobox.Input
              id={id}
              className="parlour-input parlour-console-input"
              placeholder={messages['sessions.all']}
              dir="auto"
              spellCheck={false}
            />
            {value === null ? (
              <ChevronDown aria-hidden className="parlour-console-combobox-sign" />
            ) : (
              <Combobox.Clear className="parlour-console-combobox-clear" aria-label={messages['form.clear'](label)}>
                <X aria-hidden />
              </Combobox.Clear>
            )}
          </Combobox.InputGroup>
          <Combobox.Portal container={field && popupContainer(field)} className="parlour-popups">
            <Combobox.Positioner
              className="parlour-positioner"
              positionMethod="fixed"
              side="bottom"
              align="start"
              sideOffset={4}
              collisionPadding={8}
            >
              <Combobox.Popup className="parlour-console-choices" aria-label={label}>
                <Combobox.Status className="parlour-console-choices-said">{said}</Combobox.Status>
                <Combobox.Empty className="parlour-console-choices-said">
                  {said === null && messages['form.noChoice']}
                </Combobox.Empty>
                <Combobox.List className="parlour-console-choices-list">
                  {(choice: Choice) => (
                    <Combobox.Item key={choice.id} value={choice} className="parlour-console-option">
                      <bdi className="parlour-console-name">{choice.name}</bdi>
                      {choice.hint !== undefined && <span className="parlour-console-muted">{choice.hint}</span>}
                    </Combobox.Item>
                  )}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      </DirectionProvider>
    </div>
  );
}
