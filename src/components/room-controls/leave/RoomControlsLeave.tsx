'use client';
import PhoneOff from 'lucide-react/icons/phone-off';
import { useRoomStore } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export interface RoomControlsLeaveProps extends PartProps<'button', Record<never, never>> {
  /** Called when the room is left. */
  onLeave?: (() => void) | undefined;
}

/** Leaves the room. Renders a `<button>`. */
export function RoomControlsLeave({ onLeave, ...props }: RoomControlsLeaveProps) {
  const messages = useMessages();
  const { commands } = useRoomStore();
  return useRenderElement(
    'button',
    props,
    {},
    {
      type: 'button',
      className: 'parlour-button parlour-leave',
      'aria-label': messages['controls.leave'],
      title: messages['controls.leave'],
      onClick: () => {
        // A connection that is lost already is left as well.
        void commands
          .disconnect()
          .catch(() => {})
          .then(onLeave);
      },
      children: <PhoneOff aria-hidden />,
    },
  );
}
