'use client';
import Hand from 'lucide-react/icons/hand';
import { useConnection, useRaisedHand } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import type { Collapse } from '../bar/ControlsBar.ts';
import { useControl } from '../bar/useControl.ts';
import type { RoomControlsButtonState } from '../button/RoomControlsButton.tsx';

export interface RoomControlsHandProps extends PartProps<'button', RoomControlsButtonState> {
  /** What becomes of it where the bar is too narrow. @default 30 */
  collapse?: Collapse | undefined;
}

const ICON = <Hand aria-hidden />;

/** Raises your hand and takes it down. Renders a `<button>` that is pressed while it is up. */
export function RoomControlsHand({ collapse = 30, ...props }: RoomControlsHandProps) {
  const messages = useMessages();
  const { raised, toggle, buttonProps } = useRaisedHand();
  const { status } = useConnection();
  const label = messages['controls.hand'];
  const disabled = status !== 'connected' && !raised;
  const entry = { kind: 'toggle', id: 'hand', label, icon: ICON, checked: raised, disabled, onSelect: toggle } as const;
  const { ref, inBar } = useControl(entry, collapse);
  const element = useRenderElement(
    'button',
    props,
    { pressed: raised },
    {
      ...buttonProps,
      ref,
      className: 'parlour-button parlour-control',
      disabled,
      'aria-label': label,
      title: raised ? messages['controls.handDown'] : label,
      children: ICON,
    },
  );
  return inBar ? element : null;
}
