'use client';
import type { ComponentPropsWithRef, ReactNode } from 'react';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'title' | 'type'> {
  label: string;
  icon: ReactNode;
  /** Shown as a warning: it takes something away. */
  danger?: boolean | undefined;
}

/** A button of a row that shows a sign, and says what it does. */
export function IconButton({ label, icon, danger, className = '', ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={`parlour-button parlour-console-icon ${className}`}
      data-danger={danger ? '' : undefined}
      aria-label={label}
      title={label}
    >
      {icon}
    </button>
  );
}
