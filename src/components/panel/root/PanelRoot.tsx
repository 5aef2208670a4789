'use client';
import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { PanelContext, type PanelOpenChangeDetails } from '../PanelContext.ts';
import { usePanelStyles } from '../usePanelStyles.ts';

export interface PanelRootProps extends PartProps<'section', Record<never, never>> {
  /** Called when the panel is to be closed. Take it away then: the focus goes back to where it was. */
  onOpenChange?: ((open: false, details: PanelOpenChangeDetails) => void) | undefined;
}

/** Gives the focus to the panel, or on a device with a pointer to what is marked in it, and at the end back to who had it. */
function useBorrowedFocus(root: { readonly current: HTMLElement | null }) {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const panel = root.current;
    if (!panel) return;
    if (!panel.contains(document.activeElement)) opener.current = document.activeElement;
    // On a phone the keyboard would cover what was opened.
    const first = globalThis.matchMedia?.('(hover: hover)').matches
      ? panel.querySelector<HTMLElement>('[data-panel-focus]')
      : null;
    (first ?? panel).focus({ preventScroll: true });
    return () => {
      // What the panel covered can have the focus only when it is no longer covered.
      queueMicrotask(() => {
        const focused = document.activeElement;
        const lost = focused === null || focused === document.body || (panel.contains(focused) && !panel.isConnected);
        if (lost && opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
      });
    };
  }, [root]);
}

/**
 * A panel beside a room, which goes on meanwhile. It takes the focus when it is mounted and gives it back when it is
 * taken away; Escape asks to close it. Renders a `<section>` that is named by its title.
 */
export function PanelRoot({ onOpenChange, ...props }: PanelRootProps) {
  usePanelStyles();
  const root = useRef<HTMLElement>(null);
  const titleId = useId();
  useBorrowedFocus(root);
  const close = (details: PanelOpenChangeDetails) => onOpenChange?.(false, details);
  const latest = useRef(close);
  useLayoutEffect(() => {
    latest.current = close;
  });
  const value = useMemo(
    () => ({ titleId, close: (details: PanelOpenChangeDetails) => latest.current(details) }),
    [titleId],
  );
  const element = useRenderElement(
    'section',
    props,
    {},
    {
      ref: root,
      className: 'parlour-panel',
      tabIndex: -1,
      'aria-labelledby': titleId,
      onKeyDown: (event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        close({ reason: 'escape' });
      },
    },
  );
  return <PanelContext value={value}>{element}</PanelContext>;
}
