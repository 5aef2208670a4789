'use client';
import type { ReactNode } from 'react';
import { type OpenProps, type PartProps, useOpen, useRenderElement } from '../../../ui/index.ts';
import type { Collapse } from '../bar/ControlsBar.ts';
import { useControl } from '../bar/useControl.ts';

/** What the button of a panel shows as `data-*`. */
export interface PanelToggleState {
  readonly open: boolean;
  /** There is something in it that was not seen. */
  readonly unread: boolean;
}

export interface PanelToggleProps extends PartProps<'button', PanelToggleState>, OpenProps {
  /** What becomes of it where the bar is too narrow. */
  collapse?: Collapse | undefined;
}

interface OwnProps {
  id: string;
  /** Its whole name. */
  label: string;
  title: string;
  icon: ReactNode;
  collapse: Collapse;
  /** In the corner of the button. */
  badge?: string | null;
  unread?: boolean;
  props: PanelToggleProps;
}

/** What the buttons that open and close a panel have in common. Renders a `<button>`. */
export function PanelToggle({ id, label, title, icon, badge = null, unread = false, ...own }: OwnProps) {
  const { collapse = own.collapse, open: isOpen, defaultOpen, onOpenChange, ...props } = own.props;
  const { open, setOpen } = useOpen({ open: isOpen, defaultOpen, onOpenChange });
  const toggle = () => setOpen(!open, 'trigger');
  const { ref, inBar } = useControl({ kind: 'toggle', id, label, icon, checked: open, onSelect: toggle }, collapse);
  const element = useRenderElement(
    'button',
    props,
    { open, unread },
    {
      ref,
      type: 'button',
      className: 'parlour-button parlour-control',
      'aria-label': label,
      'aria-expanded': open,
      title,
      onClick: toggle,
      children: (
        <>
          {icon}
          {badge !== null && (
            <span className="parlour-badge" aria-hidden>
              {badge}
            </span>
          )}
        </>
      ),
    },
  );
  return inBar ? element : null;
}
