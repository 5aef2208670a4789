'use client';
import { useConnection, useRoomStore } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export type ConnectionStatusJoinAgainProps = PartProps<'button', Record<never, never>>;

/** The way back into the room. Renders a `<button>`, or nothing unless the room is disconnected. */
export function ConnectionStatusJoinAgain(props: ConnectionStatusJoinAgainProps) {
  const messages = useMessages();
  const { commands } = useRoomStore();
  const { status } = useConnection();
  const element = useRenderElement(
    'button',
    props,
    {},
    {
      type: 'button',
      className: 'parlour-button parlour-primary',
      // A failure comes back as the connection's state.
      onClick: () => void commands.connect().catch(() => {}),
      children: messages['connection.joinAgain'],
    },
  );
  return status === 'disconnected' ? element : null;
}
