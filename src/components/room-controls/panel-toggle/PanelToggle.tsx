'use client';
import type { ReactNode } from 'react';
import { useLocale } from '../../../i18n/index.ts';
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
  title: string;
  /** How much there is in it that should be looked at: it stands in the corner of the button. */
  count: number;
  /** Its whole name with that number, as the language writes it. */
  labelOf: (count: string) => string;
  icon: ReactNode;
  collapse: Collapse;
  props: PanelToggleProps;
}

/** What the buttons that open and close a panel have in common. Renders a `<button>`. */
export function PanelToggle({ id, title, icon, count, labelOf, ...own }: OwnProps) {
  const { tag } = useLocale();
  const unread = count > 0;
  const written = new Intl.NumberFormat(tag).format(count);
  const label = unread ? labelOf(written) : title;
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
          {unread && (
            <span className="parlour-badge" aria-hidden>
              {count > 99 ? '99+' : written}
            </span>
          )}
        </>
      ),
    },
  );
  return inBar ? element : null;
}
