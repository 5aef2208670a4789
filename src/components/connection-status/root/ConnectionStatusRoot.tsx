'use client';
import { useConnection } from '../../../hooks/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

/** What a connection status shows as `data-*`. */
export interface ConnectionStatusState {
  readonly status: 'initialized' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected';
  /** A moderator has to let us in first. */
  readonly waiting: boolean;
}

export type ConnectionStatusRootProps = PartProps<'div', ConnectionStatusState>;

/** Announces what happens to the connection. Renders a `<div>` with the role `status`, also while there is nothing to tell. */
export function ConnectionStatusRoot(props: ConnectionStatusRootProps) {
  const connection = useConnection();
  const { status } = connection;
  const waiting = status === 'connecting' && connection.waiting === true;
  return useRenderElement('div', props, { status, waiting }, { className: 'parlour-connection', role: 'status' });
}
