'use client';
import type { ReactElement, ReactNode } from 'react';
import { type OpenProps, type PartProps, useRenderElement } from '../../ui/index.ts';
import type { MenuEntry } from '../menu/MenuEntry.ts';
import { useMenu } from '../menu/useMenu.tsx';
import type { Collapse, ControlsBar } from './bar/ControlsBar.ts';
import { useControl } from './bar/useControl.ts';
import type { MenuPartState } from './MenuPartState.ts';

/** What every control with a menu takes. */
export interface MenuPartProps extends PartProps<'button', MenuPartState>, OpenProps {
  /** What becomes of it where the bar is too narrow. */
  collapse?: Collapse | undefined;
}

interface MenuPart {
  id: string;
  label: string;
  /** Of the button. */
  icon: ReactNode;
  /** In the “more” menu. @default that of the button */
  menuIcon?: ReactNode;
  className: string;
  collapse: Collapse;
  disabled?: boolean | undefined;
  inRow?: boolean;
  entries: (bar: ControlsBar | null) => readonly MenuEntry[];
}

/** A control with a menu of its own: a button in the bar, or an entry of the “more” menu that opens it. */
export function useMenuPart(part: MenuPart, props: MenuPartProps): ReactElement {
  const { id, label, icon, menuIcon = icon, className, entries, inRow, disabled } = part;
  const { collapse = part.collapse, open, defaultOpen, onOpenChange, ...rest } = props;
  const toggle = () => menu.toggle();
  const place = useControl({ id, label, icon: menuIcon, disabled, opens: true, onSelect: toggle }, collapse);
  const menu = useMenu({
    label,
    entries: () => entries(place.bar),
    inRow,
    standIn: place.standIn,
    buttonRef: place.ref,
    open,
    defaultOpen,
    onOpenChange,
  });
  const button = useRenderElement('button', rest, { open: menu.open } as MenuPartState, {
    ...menu.buttonProps,
    ref: place.ref,
    type: 'button',
    className,
    disabled,
    'aria-label': label,
    title: label,
    children: icon,
  });
  return (
    <>
      {place.inBar && button}
      {menu.popup}
    </>
  );
}
