'use client';
import { useState } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { formatDigits } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Field, type FieldProps } from './Field.tsx';

export interface NumberFieldProps extends Pick<FieldProps, 'label' | 'hint'> {
  /** Null: the field is empty. */
  value: number | null;
  min: number;
  max: number;
  /** Whether it may be empty. @default false */
  clearable?: boolean | undefined;
  /** Gets each number that is within bounds, as it is written. */
  onChange: (value: number | null) => void;
}

/** A field for a whole number. What is out of bounds stays there to be finished, and is not taken. */
export function NumberField({ value, min, max, clearable = false, onChange, ...field }: NumberFieldProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  // While it is written: "6" on the way to "640" is not to be made a 16.
  const [written, setWritten] = useState<string | null>(null);
  const read = (text: string): number | null | undefined => {
    if (text === '') return clearable ? null : undefined;
    const number = Number(text);
    return Number.isInteger(number) && number >= min && number <= max ? number : undefined;
  };
  const wrong = written !== null && read(written) === undefined;
  return (
    <Field
      {...field}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={written ?? value ?? ''}
      problem={wrong ? messages['form.between'](formatDigits(tag, min), formatDigits(tag, max)) : undefined}
      onChange={({ target }) => {
        setWritten(target.value);
        const number = read(target.value);
        if (number !== undefined) onChange(number);
      }}
      onBlur={() => setWritten(null)}
    />
  );
}
