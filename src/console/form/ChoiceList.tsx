import type { ReactNode } from 'react';

/** One of many, by its name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Tells it from others of the same name. */
  readonly hint?: string | undefined;
}

export interface ChoiceListProps {
  /** That of the field, which those of the rows begin with. */
  id: string;
  label: string;
  rows: readonly Choice[];
  /** The one that the keyboard is at. */
  active: Choice | undefined;
  chosen: Choice | null;
  onChoose: (choice: Choice) => void;
  /** What is said in place of rows. */
  children: ReactNode;
}

/** What a field opens to choose from. The focus stays in the field. Renders a `<div>` with a listbox. */
export function ChoiceList({ id, label, rows, active, chosen, onChoose, children }: ChoiceListProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing it, or its scroll bar, takes no focus from the field
    <div className="parlour-console-choices" onMouseDown={(event) => event.preventDefault()}>
      {children && (
        <p className="parlour-console-choices-said" aria-hidden="true">
          {children}
        </p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={label}>
        {rows.map((row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
          <div
            key={row.id}
            id={`${id}-${row.id}`}
            role="option"
            className="parlour-console-option"
            aria-selected={row.id === chosen?.id}
            data-highlighted={row === active ? '' : undefined}
            onClick={() => onChoose(row)}
          >
            <bdi className="parlour-console-name">{row.name}</bdi>
            {row.hint !== undefined && <span className="parlour-console-muted">{row.hint}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
