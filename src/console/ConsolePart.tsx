'use client';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import styles from '../styles/lazy/console.css?inline';
import { useStyleSheet } from '../ui/index.ts';

export interface ConsolePartProps extends Omit<ComponentPropsWithRef<'section'>, 'title'> {
  /** Its heading. */
  heading: string;
  /** Beside the heading: what can be done. */
  actions?: ReactNode;
}

/** One screen of mission control: a heading, what can be done, and below what it is about. Renders a `<section>`. */
export function ConsolePart({ heading, actions, className, children, ...props }: ConsolePartProps) {
  useStyleSheet(styles);
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      {...props}
      className={`parlour-console-part${className === undefined ? '' : ` ${className}`}`}
    >
      <header className="parlour-console-header">
        {/* Where the focus goes when what had it is gone. */}
        <h1 id={id} className="parlour-console-heading" tabIndex={-1} data-parlour-fallback-focus="">
          {heading}
        </h1>
        {actions && <div className="parlour-console-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
