'use client';
import { useConnection } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export type ConnectionStatusTitleProps = PartProps<'p', Record<never, never>>;

/** What happens, in a few words. Renders a `<p>`, or nothing while all is well. */
export function ConnectionStatusTitle(props: ConnectionStatusTitleProps) {
  const messages = useMessages();
  const connection = useConnection();
  const title = () => {
    switch (connection.status) {
      case 'connecting':
        return messages[connection.waiting ? 'connection.waiting' : 'connection.connecting'];
      case 'disconnected':
        if (connection.reason === 'user_initiated') return messages['connection.left'];
        return messages[connection.error ? 'connection.failed' : 'connection.ended'];
      default:
        return null;
    }
  };
  const children = title();
  const element = useRenderElement('p', props, {}, { className: 'parlour-connection-title', children });
  return children ? element : null;
}
