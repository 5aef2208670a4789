'use client';
import { useConnection } from '../../../hooks/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

/** What a connection status shows as `data-*`. */
export interface ConnectionStatusState {
  readonly status: 'initialized' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected';
}

export type ConnectionStatusRootProps = PartProps<'div', ConnectionStatusState>;

/** Announces what happens to the connection. Renders a `<div>` with the role `status`, also while there is nothing to tell. */
export function ConnectionStatusRoot(props: ConnectionStatusRootProps) {
  const { status } = useConnection();
  return useRenderElement('div', props, { status }, { className: 'parlour-connection', role: 'status' });
}
