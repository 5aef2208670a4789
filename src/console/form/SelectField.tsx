'use client';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ComponentPropsWithRef, useId } from 'react';

export interface SelectFieldProps extends Omit<ComponentPropsWithRef<'select'>, 'id' | 'className' | 'children'> {
  label: string;
  options: readonly { readonly value: string; readonly text: string }[];
}

/** A choice of a few, with its name. */
export function SelectField({ label, options, ...props }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="parlour-console-field">
      <label className="parlour-console-label" htmlFor={id}>
        {label}
      </label>
      <div className="parlour-console-combobox">
        <select {...props} id={id} className="parlour-input parlour-console-input">
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="parlour-console-combobox-sign" />
      </div>
    </div>
  );
}
