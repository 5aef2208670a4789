'use client';
import type { ReactNode } from 'react';
import { PanelClose } from './close/PanelClose.tsx';
import { PanelRoot, type PanelRootProps } from './root/PanelRoot.tsx';
import { PanelTitle } from './title/PanelTitle.tsx';

export interface PanelProps extends Omit<PanelRootProps, 'title'> {
  /** What it is called. */
  title: ReactNode;
}

function DefaultPanel({ title, children, ...props }: PanelProps) {
  return (
    <PanelRoot {...props}>
      <header className="parlour-panel-header">
        <PanelTitle>{title}</PanelTitle>
        <PanelClose />
      </header>
      {children}
    </PanelRoot>
  );
}

/**
 * A panel beside a room, with a title and a button that closes it: for `Chat`, `ParticipantList`, `StatsPanel` or what
 * is yours. Parts: `Root`, `Title`, `Close`.
 */
export const Panel = /* @__PURE__ */ Object.assign(DefaultPanel, {
  Root: PanelRoot,
  Title: PanelTitle,
  Close: PanelClose,
});
