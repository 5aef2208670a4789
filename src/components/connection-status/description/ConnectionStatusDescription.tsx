'use client';
import { useConnection } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export type ConnectionStatusDescriptionProps = PartProps<'p', Record<never, never>>;

/** Why the room is not connected yet or any more, and what to do. Renders a `<p>`, or nothing where there is nothing to say. */
export function ConnectionStatusDescription(props: ConnectionStatusDescriptionProps) {
  const messages = useMessages();
  const connection = useConnection();
  const description = () => {
    if (connection.status === 'connecting' && connection.waiting) return messages['connection.waitingHint'];
    if (connection.status !== 'disconnected') return null;
    if (connection.reason === 'user_initiated') return messages['connection.leftHint'];
    if (connection.error) return messages[`error.${connection.error.code}`];
    return messages[`disconnected.${connection.reason}`];
  };
  const children = description();
  const element = useRenderElement('p', props, {}, { className: 'parlour-connection-description', children });
  return children ? element : null;
}
