'use client';
import { type ComponentPropsWithRef, useId } from 'react';

export interface FieldProps extends Omit<ComponentPropsWithRef<'input'>, 'id' | 'className'> {
  label: string;
  hint?: string | undefined;
  /** What is wrong with what it has in it. */
  problem?: string | undefined;
}

/** A field with its name, what helps to fill it, and what is wrong. */
export function Field({ label, hint, problem, ...props }: FieldProps) {
  const id = useId();
  const said = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="parlour-console-field">
      <label className="parlour-console-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...props}
        id={id}
        className="parlour-input parlour-console-input"
        data-invalid={problem === undefined ? undefined : ''}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={said === '' ? undefined : said}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="parlour-console-hint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="parlour-console-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
