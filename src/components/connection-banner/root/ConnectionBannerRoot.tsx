'use client';
import { useConnection } from '../../../hooks/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { ConnectionBannerContext } from '../ConnectionBannerContext.ts';
import { type ConnectionPhase, useConnectionPhase } from '../useConnectionPhase.ts';

/** What a banner shows as `data-*`. */
export interface ConnectionBannerState {
  /** `reconnected` for a few seconds after the connection stands again; null while there is nothing to tell. */
  readonly phase: ConnectionPhase | null;
  /** Which try it is, from 1. */
  readonly attempt: number | null;
  /** What broke, for logs. */
  readonly cause: string | null;
}

export type ConnectionBannerRootProps = PartProps<'div', ConnectionBannerState>;

/** Stands where it is put, and covers nothing. Renders a `<div>`, also while there is nothing to tell. */
export function ConnectionBannerRoot(props: ConnectionBannerRootProps) {
  const connection = useConnection();
  const phase = useConnectionPhase();
  const { attempt, cause } = connection.status === 'reconnecting' ? connection : { attempt: null, cause: null };
  const element = useRenderElement('div', props, { phase, attempt, cause }, { className: 'parlour-banner' });
  return <ConnectionBannerContext value={phase}>{element}</ConnectionBannerContext>;
}
