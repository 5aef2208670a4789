'use client';
import { type ReactNode, useId } from 'react';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import type { Collapse } from '../bar/ControlsBar.ts';
import { useControl } from '../bar/useControl.ts';

/** What a control shows as `data-*`. */
export interface RoomControlsButtonState {
  /** Absent too where it is nothing that could be on. */
  readonly pressed: boolean;
}

export interface RoomControlsButtonProps extends Omit<PartProps<'button', RoomControlsButtonState>, 'onClick'> {
  /** Its name, in the bar and in the “more” menu. */
  label: string;
  icon: ReactNode;
  /** What is done, wherever it is chosen. */
  onSelect: () => void;
  /** Whether it is on, for what can be on. */
  pressed?: boolean | undefined;
  /** What becomes of it where the bar is too narrow. @default 50 */
  collapse?: Collapse | undefined;
}

/** A control of your own, in the bar or, where that is too narrow, in the “more” menu. Renders a `<button>`. */
export function RoomControlsButton(props: RoomControlsButtonProps) {
  const { label, icon, onSelect, pressed, collapse = 50, disabled, ...rest } = props;
  const id = useId();
  const common = { id, label, icon, disabled, onSelect };
  const entry = pressed === undefined ? common : { ...common, kind: 'toggle' as const, checked: pressed };
  const { ref, inBar } = useControl(entry, collapse);
  const element = useRenderElement(
    'button',
    rest,
    { pressed: pressed === true },
    {
      ref,
      type: 'button',
      className: 'parlour-button parlour-control',
      'aria-label': label,
      'aria-pressed': pressed,
      title: label,
      disabled,
      onClick: onSelect,
      children: icon,
    },
  );
  return inBar ? element : null;
}
