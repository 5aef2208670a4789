'use client';
import { type ReactElement, type ReactNode, useState } from 'react';
import { type OpenProps, type PartProps, useRenderElement } from '../../ui/index.ts';
import type { BarTools } from './bar/barTools.ts';
import type { Collapse } from './bar/ControlsBar.ts';
import type { MenuPartState } from './MenuPartState.ts';

/** What every control with a dialog takes. */
export interface DialogPartProps<State extends MenuPartState = MenuPartState>
  extends PartProps<'button', State>,
    OpenProps {
  /** What becomes of it where the bar is too narrow. @default 6 */
  collapse?: Collapse | undefined;
}

interface DialogPart<State> {
  /** Handed in, and not to be loaded with the control. */
  tools: BarTools;
  id: string;
  label: string;
  icon: ReactNode;
  className?: string;
  state: Omit<State, keyof MenuPartState>;
  dialog: (opener: HTMLElement, close: () => void) => ReactElement;
}

/** A control that opens a dialog: a button in the bar, or an entry of the “more” menu. */
export function useDialogPart<State extends MenuPartState>(
  { id, label, icon, className = 'parlour-button parlour-control', state, dialog, tools }: DialogPart<State>,
  { collapse = 6, open: isOpen, defaultOpen, onOpenChange, ...rest }: DialogPartProps<State>,
): ReactElement {
  const { useControl, useOpen } = tools;
  const { open, setOpen } = useOpen({ open: isOpen, defaultOpen, onOpenChange });
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const place = useControl({ id, label, icon, opens: true, onSelect: show }, collapse);
  function show() {
    const button = place.inBar ? place.ref.current : null;
    setOpener(button?.checkVisibility?.() === false ? place.standIn() : (button ?? place.standIn()));
    setOpen(true, 'trigger');
  }
  const element = useRenderElement('button', rest as PartProps<'button', State>, { open, ...state } as State, {
    ref: place.ref,
    type: 'button',
    className,
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    'aria-label': label,
    title: label,
    onClick: show,
    children: icon,
  });
  return (
    <>
      {place.inBar && element}
      {open && opener && dialog(opener, () => setOpen(false, 'close'))}
    </>
  );
}
