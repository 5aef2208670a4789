'use client';
import PhoneOff from 'lucide-react/icons/phone-off';
import { useModeration } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useConfirm } from '../../dialog/useConfirm.tsx';
import type { Collapse } from '../bar/ControlsBar.ts';
import { useControl } from '../bar/useControl.ts';

export interface RoomControlsEndForAllProps extends PartProps<'button', Record<never, never>> {
  /** What becomes of it where the bar is too narrow. @default 'never' */
  collapse?: Collapse | undefined;
}

const ICON = <PhoneOff aria-hidden />;

/** Ends the call for everybody, after asking. Renders a `<button>`, or nothing for who may not moderate. */
export function RoomControlsEndForAll(props: RoomControlsEndForAllProps) {
  const { allowed, endForAll } = useModeration();
  return allowed ? <EndForAll endForAll={endForAll} props={props} /> : null;
}

function EndForAll({ endForAll, props }: { endForAll: () => Promise<void>; props: RoomControlsEndForAllProps }) {
  const { collapse = 'never', ...rest } = props;
  const messages = useMessages();
  const { ask, dialog } = useConfirm();
  const label = messages['controls.endForAll'];
  const place = useControl({ id: 'end', label, icon: ICON, danger: true, opens: true, onSelect }, collapse);
  function onSelect() {
    const opener = place.inBar ? place.ref.current : place.standIn();
    if (!opener) return;
    ask({
      opener,
      title: messages['controls.endForAllTitle'],
      text: messages['controls.endForAllText'],
      action: messages['controls.endForAll'],
      onConfirm: endForAll,
    });
  }
  const button = useRenderElement(
    'button',
    rest,
    {},
    {
      ref: place.ref,
      type: 'button',
      className: 'parlour-button parlour-leave',
      'aria-haspopup': 'dialog',
      title: label,
      onClick: onSelect,
      children: label,
    },
  );
  return (
    <>
      {place.inBar && button}
      {dialog}
    </>
  );
}
