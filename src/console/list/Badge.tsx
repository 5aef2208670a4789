import type { ReactNode } from 'react';

/** A state in a word. It is told by the word, and underlined by a color. */
export function Badge({
  tone = 'quiet',
  children,
}: {
  tone?: 'live' | 'quiet' | 'bad' | undefined;
  children: ReactNode;
}) {
  return (
    <span className="parlour-console-badge" data-tone={tone}>
      {children}
    </span>
  );
}
